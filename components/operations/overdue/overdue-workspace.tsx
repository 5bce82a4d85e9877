'use client';
import { useFormatter, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { OperationFoot } from '@/components/operations/operation-foot';
import { OperationWorkspace } from '@/components/operations/operation-workspace';
import type { ActionError } from '@/lib/actions/action-result';
import { DuePart } from './due-part';
import { MarkPart } from './mark-part';
import { markingCounts, writesByField } from './marking-counts';
import type { DraftOverdue } from './overdue-data';
import { emptyForm, type OverdueForm } from './overdue-form';
import { OverdueRail } from './overdue-rail';
import { ScopePart } from './scope-part';
import { type OverdueControl, useOverdue } from './use-overdue';

interface OverdueWorkspaceProps {
  start: OverdueForm;
  draft: DraftOverdue;
  holidays: readonly string[];
  /** The plan one comes back from could not be read. */
  planError: ActionError | null;
}

/** The form of an overdue marking, and what it would do. */
export function OverdueWorkspace({ start, draft, holidays, planError }: OverdueWorkspaceProps) {
  const t = useTranslations('operations.overdue');
  const control = useOverdue(start, draft, holidays);
  return (
    <OperationWorkspace
      kind="overdue"
      issues={control.facts.issues}
      readIn={control.form.readIn}
      onReadIn={(readIn) => control.patch({ readIn })}
      planError={planError}
      restart={() => control.restart(emptyForm(t('comment.template')))}
      onSubmit={control.submit}
      railLabel={t('figures.title')}
      rail={<OverdueRail control={control} />}
      foot={<Foot control={control} />}
    >
      <ScopePart control={control} />
      <MarkPart control={control} />
      <DuePart control={control} />
    </OperationWorkspace>
  );
}

const parts = ['status', 'category', 'priority', 'dueDate', 'comment'] as const;

function Foot({ control }: { control: OverdueControl }) {
  const fields = useTranslations('common.field');
  const piles = useTranslations('common.pile');
  const { number } = useFormatter();
  const { taken, decided } = control.marking;
  const writes = useMemo(() => writesByField(taken), [taken]);
  // Without a mark every row would count as one that has them all.
  const counts = useMemo(() => markingCounts(decided ? taken : []), [taken, decided]);
  return (
    <OperationFoot
      count={counts.change}
      parts={parts.flatMap((field) => {
        const many = writes.get(field);
        return many === undefined ? [] : [`${fields(field)} ${number(many)}`];
      })}
      obstacle={control.obstacle}
      error={control.error}
      submitting={control.submitting}
      onSubmit={control.submit}
    >
      {counts.needsReview > 0 ? (
        <span className="ml-1.5 text-warn">{`${piles('needsReview')} ${number(counts.needsReview)}`}</span>
      ) : null}
      {counts.blocked > 0 ? (
        <span className="ml-1.5 text-danger">{`${piles('blocked')} ${number(counts.blocked)}`}</span>
      ) : null}
    </OperationFoot>
  );
}
