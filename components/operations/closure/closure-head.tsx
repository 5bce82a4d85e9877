'use client';
import { useTranslations } from 'next-intl';
import { isDoneLike } from '@/lib/bulk/operations/closure-destination';
import { ListSync } from './list-sync';
import type { MilestoneChoice } from './milestone-choices';
import { MilestonePicker } from './milestone-picker';
import { StatusBar } from './status-bar';
import type { ClosureState } from './use-closure';

interface ClosureHeadProps {
  closure: ClosureState;
  choices: readonly MilestoneChoice[];
  onChoose: (milestone: MilestoneChoice) => void;
}

/** Which milestone it is, and how it stands. */
export function ClosureHead({ closure, choices, onChoose }: ClosureHeadProps) {
  const t = useTranslations('operations.closure.head');
  const { milestone, rows, list, figures } = closure;
  const { statuses } = milestone.project;
  const count = (lane: (typeof rows)[number]['lane']) => rows.filter((row) => row.lane === lane).length;
  const resolved = statuses.find(({ id }) => isDoneLike(id, statuses));
  const working = statuses.find(({ id }) => !isDoneLike(id, statuses) && id === 2);
  return (
    <section
      aria-label={t('label')}
      className="flex flex-none items-center gap-6 px-5 pt-4 pb-3.5 phone:flex-col phone:items-stretch phone:gap-3 phone:px-4"
    >
      <MilestonePicker choices={choices} chosen={milestone} onChoose={onChoose} />
      {list.complete ? (
        <StatusBar
          parts={[
            { key: 'closed', count: count('closed') },
            { key: 'resolved', count: count('resolved'), color: resolved?.color },
            { key: 'unfinished', count: count('unfinished'), color: working?.color },
            { key: 'undecided', count: count('undecided') },
          ]}
          total={rows.length}
          added={figures?.added ?? null}
        />
      ) : (
        <ListSync list={list} />
      )}
    </section>
  );
}
