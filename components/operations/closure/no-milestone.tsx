'use client';
import { Flag } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useSpace } from '@/components/layout/space-provider';
import type { MilestoneChoice } from './milestone-choices';
import { MilestonePicker } from './milestone-picker';

interface NoMilestoneProps {
  choices: readonly MilestoneChoice[];
  /** The milestone of the address: archived, or not there at all. Null: the address names none. */
  missing: { archived: MilestoneChoice | null } | null;
  onChoose: (milestone: MilestoneChoice) => void;
}

/** Nothing to close: why, and what can be done. */
export function NoMilestone({ choices, missing, onChoose }: NoMilestoneProps) {
  const t = useTranslations('operations.closure.none');
  const { origin } = useSpace();
  const open = choices.filter(({ archived }) => !archived);
  const text = () => {
    if (missing?.archived) return t('archived', { name: missing.archived.name });
    if (missing !== null) return t('gone');
    return t('empty');
  };
  return (
    <div className="flex flex-1 flex-col items-center justify-center gap-4 p-8 text-center">
      <Flag size={24} strokeWidth={1.6} aria-hidden className="text-fg-3" />
      <p className="max-w-[440px] text-fg-2">{text()}</p>
      {open.length > 0 ? (
        <MilestonePicker choices={choices} chosen={null} onChoose={onChoose} />
      ) : (
        <a href={origin} target="_blank" rel="noreferrer" className="underline underline-offset-3">
          {t('backlog')}
        </a>
      )}
    </div>
  );
}
