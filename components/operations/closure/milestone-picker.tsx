'use client';
import { ChevronDown, Flag } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { OptionList } from '@/components/issues/option-list';
import { useSpace } from '@/components/layout/space-provider';
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover';
import { closableMilestones, hasEnded, type MilestoneChoice } from './milestone-choices';
import { usePeriodText } from './use-period-text';

interface MilestonePickerProps {
  choices: readonly MilestoneChoice[];
  /** Null: none was chosen, or it is not there. */
  chosen: MilestoneChoice | null;
  onChoose: (choice: MilestoneChoice) => void;
}

/** Which milestone is closed: those that have ended come first. */
export function MilestonePicker({ choices, chosen, onChoose }: MilestonePickerProps) {
  const t = useTranslations('operations.closure.picker');
  const { today } = useSpace();
  const period = usePeriodText();
  const [open, setOpen] = useState(false);
  const listed = closableMilestones(choices, today);
  const several = new Set(listed.map(({ project }) => project.id)).size > 1;
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger className="flex h-11 w-[300px] shrink-0 items-center gap-2.5 rounded-ctl border border-line-control bg-surface px-3 text-left phone:w-full">
        <Flag size={16} aria-hidden className="shrink-0 text-fg-3" />
        <span className="min-w-0 flex-1 leading-[17px]">
          <span className="sr-only">{t('label')}: </span>
          <b className="block truncate">{chosen?.name ?? t('choose')}</b>
          <span className="block truncate text-11 text-fg-3 tabular-nums">
            {chosen ? [chosen.project.projectKey, period(chosen)].filter(Boolean).join(' ・ ') : t('hint')}
          </span>
        </span>
        <ChevronDown size={14} aria-hidden className="shrink-0 text-fg-3" />
      </PopoverTrigger>
      <PopoverContent aria-label={t('label')} className="w-[min(400px,calc(100vw-24px))]">
        <OptionList
          multiple={false}
          label={t('label')}
          searchLabel={t('search')}
          options={listed.map((choice, index) => {
            const next = listed[index + 1];
            return {
              key: String(choice.id),
              label: several ? `${choice.project.projectKey} ${choice.name}` : choice.name,
              hint: period(choice) || undefined,
              divides: next !== undefined && hasEnded(choice, today) && !hasEnded(next, today),
            };
          })}
          selected={new Set(chosen ? [String(chosen.id)] : [])}
          onToggle={() => undefined}
          onCommit={(key) => {
            const choice = listed.find(({ id }) => String(id) === key);
            if (choice) onChoose(choice);
            setOpen(false);
          }}
        />
      </PopoverContent>
    </Popover>
  );
}
