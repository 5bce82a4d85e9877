'use client';
import { Check, Undo2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useSpace } from '@/components/layout/space-provider';
import { useFormat } from '@/components/layout/use-format';
import { Button } from '@/components/ui/button';
import { ColorChip } from '@/components/ui/color-chip';
import type { RemainingIssue } from './remaining-query';
import { useWhyText } from './use-why-text';

interface RemainingItemProps {
  issue: RemainingIssue;
  busy: boolean;
  /** Keeps it on purpose, or takes that back. */
  onPress: () => void;
}

/** One issue that the leaver still holds, and why. */
export function RemainingItem({ issue, busy, onPress }: RemainingItemProps) {
  const t = useTranslations('runs.remaining');
  const { origin } = useSpace();
  const { shortDay } = useFormat();
  const why = useWhyText();
  return (
    <li className="flex items-start gap-x-3 gap-y-1 px-3 py-2 phone:flex-wrap">
      <a
        href={`${origin}/view/${encodeURIComponent(issue.issueKey)}`}
        target="_blank"
        rel="noreferrer"
        title={t('open')}
        className="w-[84px] shrink-0 text-fg-2 tabular-nums underline-offset-2 hover:underline"
      >
        {issue.issueKey}
      </a>
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium" title={issue.summary}>
          {issue.summary}
        </p>
        <p className="text-12 text-fg-2 [overflow-wrap:anywhere]">{why(issue)}</p>
      </div>
      <span className="hidden w-full phone:block" />
      <ColorChip label={issue.status.name} color={issue.status.color} className="mt-0.5 shrink-0" />
      <span className="w-24 shrink-0 text-right text-12 text-fg-3 leading-6 tabular-nums">
        {issue.dueDate === null ? '—' : shortDay(issue.dueDate)}
      </span>
      <Button
        tone={issue.kept ? 'ghost' : 'plain'}
        disabled={busy}
        onClick={onPress}
        aria-label={
          issue.kept ? t('unkeepOf', { key: issue.issueKey }) : t('keepOf', { key: issue.issueKey })
        }
        className="md:w-[136px] phone:ml-auto phone:h-11"
      >
        {issue.kept ? <Undo2 size={14} aria-hidden /> : <Check size={14} aria-hidden />}
        {issue.kept ? t('unkeep') : t('keep')}
      </Button>
    </li>
  );
}
