'use client';
import { ChevronDown, CornerDownRight, Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { OptionList } from '@/components/issues/option-list';
import { useSpace } from '@/components/layout/space-provider';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover';
import type { ClosureFiguresAnswer } from './closure-data';
import type { NextChoice } from './closure-form';
import { closableMilestones, type MilestoneChoice } from './milestone-choices';
import { NewMilestoneForm } from './new-milestone-form';
import type { NewMilestoneProblem } from './new-milestone-problem';
import type { NextView } from './next-choice';
import { useDayText } from './use-day-text';
import { usePeriodText } from './use-period-text';

const NONE = 'none';

interface NextFieldProps {
  /** Milestones of the project, without the one that is closed. */
  choices: readonly MilestoneChoice[];
  /** Null while the suggestion is not known. */
  choice: NextChoice | null;
  view: NextView | null;
  suggestion: ClosureFiguresAnswer['suggestion'] | undefined;
  problem: NewMilestoneProblem | null;
  onChoose: (next: NextChoice) => void;
}

/** The next milestone: one that is there, or one that the plan creates. */
export function NextField(props: NextFieldProps) {
  const { choices, choice, view, suggestion, problem, onChoose } = props;
  const t = useTranslations('operations.closure.next');
  const { today } = useSpace();
  const period = usePeriodText();
  const { monthDay } = useDayText();
  const [listOpen, setListOpen] = useState(false);
  const [formOpen, setFormOpen] = useState(false);
  const isNew = choice?.kind === 'new';
  const listed = closableMilestones(choices, today).reverse();
  const startNew = () => {
    if (!isNew) {
      const prefilled = suggestion?.kind === 'new' ? suggestion : null;
      onChoose({
        kind: 'new',
        name: prefilled?.name ?? '',
        startDate: prefilled?.startDate ?? '',
        dueDate: prefilled?.dueDate ?? '',
      });
    }
    setFormOpen(true);
  };
  return (
    <div className="flex min-w-0 items-center gap-1.5 text-fg-3">
      <CornerDownRight size={14} aria-hidden className="shrink-0" />
      <Popover open={listOpen} onOpenChange={setListOpen}>
        <PopoverTrigger
          className={cn(
            'flex h-[26px] min-w-0 flex-1 items-center gap-1.5 rounded-ctl border border-line-control bg-surface px-1.5 text-left text-fg phone:h-11',
            problem !== null && 'border-danger',
          )}
        >
          <span className="sr-only">{t('label')}: </span>
          <span
            className={cn(
              'truncate rounded-tag px-1.5',
              isNew && 'bg-accent-soft-2 text-accent-text',
              view === null && 'text-fg-3',
            )}
          >
            {view ? view.name || t('unnamed') : choice === null ? t('unknown') : t('none')}
          </span>
          {view?.startDate ? (
            <span className="shrink-0 text-11 text-fg-3 tabular-nums">
              {t('from', { day: monthDay(view.startDate) })}
            </span>
          ) : null}
          <span className="flex-1" />
          <ChevronDown size={12} aria-hidden className="shrink-0 text-fg-3" />
        </PopoverTrigger>
        <PopoverContent aria-label={t('label')} className="w-[min(340px,calc(100vw-24px))]">
          <OptionList
            multiple={false}
            label={t('label')}
            searchLabel={t('search')}
            options={[
              ...listed.map((milestone, index) => ({
                key: String(milestone.id),
                label: milestone.name,
                hint: period(milestone) || undefined,
                divides: index === listed.length - 1,
              })),
              { key: NONE, label: t('none') },
            ]}
            selected={
              new Set([choice?.kind === 'existing' ? String(choice.milestone.id) : (choice?.kind ?? '')])
            }
            onToggle={() => undefined}
            onCommit={(key) => {
              const milestone = listed.find(({ id }) => String(id) === key);
              if (milestone) {
                onChoose({ kind: 'existing', milestone: { id: milestone.id, label: milestone.name } });
              }
              if (key === NONE) onChoose({ kind: 'none' });
              setListOpen(false);
            }}
          />
        </PopoverContent>
      </Popover>
      <Popover open={formOpen} onOpenChange={setFormOpen}>
        <PopoverTrigger asChild>
          <Button
            size="square"
            aria-label={isNew ? t('edit') : t('create')}
            title={isNew ? t('edit') : t('create')}
            className="size-[26px] phone:size-11"
            onClick={(event) => {
              event.preventDefault();
              startNew();
            }}
          >
            <Plus size={14} aria-hidden />
          </Button>
        </PopoverTrigger>
        <PopoverContent align="end" aria-label={t('create')} className="w-[min(320px,calc(100vw-24px))] p-3">
          {isNew ? (
            <NewMilestoneForm
              next={choice}
              problem={problem}
              onChange={onChoose}
              onDone={() => setFormOpen(false)}
            />
          ) : null}
        </PopoverContent>
      </Popover>
    </div>
  );
}
