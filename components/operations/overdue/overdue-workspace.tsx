'use client';
import { useFormatter, useTranslations } from 'next-intl';
import { type ReactNode, useMemo } from 'react';
import { SignInLink } from '@/components/issues/sign-in-link';
import { ErrorCallout } from '@/components/layout/error-callout';
import { useShortcuts } from '@/components/layout/use-shortcuts';
import { OperationFoot } from '@/components/operations/operation-foot';
import { ReadChooser } from '@/components/operations/read-chooser';
import { Button } from '@/components/ui/button';
import { DuePart } from './due-part';
import { MarkPart } from './mark-part';
import { markingCounts, writesByField } from './marking-counts';
import type { DraftOverdue } from './overdue-data';
import { emptyForm, type OverdueForm } from './overdue-form';
import { OverdueFrame } from './overdue-frame';
import { OverdueRail } from './overdue-rail';
import { ScopePart } from './scope-part';
import { type OverdueControl, useOverdue } from './use-overdue';

interface OverdueWorkspaceProps {
  start: OverdueForm;
  draft: DraftOverdue;
  holidays: readonly string[];
  notice: ReactNode;
}

/** The form at the left, what it would do at the right. */
export function OverdueWorkspace({ start, draft, holidays, notice }: OverdueWorkspaceProps) {
  const t = useTranslations('operations.overdue');
  const common = useTranslations('common');
  const control = useOverdue(start, draft, holidays);
  const { form, facts } = control;
  const { issues } = facts;
  useShortcuts({ 'mod+enter': control.submit });
  const restart = () => control.restart(emptyForm(t('comment.template')));
  return (
    <OverdueFrame
      actions={
        <Button tone="ghost" onClick={restart} className="phone:h-11">
          {t('restart')}
        </Button>
      }
    >
      <div className="relative grid min-h-0 flex-1 overflow-y-auto narrow:scroll-pb-40 wide:grid-cols-[minmax(0,1fr)_432px] wide:grid-rows-[minmax(0,1fr)_auto] wide:overflow-hidden narrow:content-start">
        <div className="relative min-w-0 wide:row-span-2 wide:overflow-y-auto">
          {notice}
          {issues.error ? (
            <ErrorCallout
              error={issues.error}
              className="mx-7 mt-4 phone:mx-4"
              action={
                <>
                  <SignInLink error={issues.error} />
                  <Button onClick={issues.retry}>{common('retry')}</Button>
                </>
              }
            />
          ) : null}
          <div className="px-7 pt-1.5 pb-6 phone:px-4">
            {issues.mustChoose || issues.list.tooLong ? (
              <ReadChooser
                joined={issues.joined}
                chosen={form.readIn}
                tooMany={issues.list.tooLong ? issues.list.count : null}
                onChoose={(readIn) => control.patch({ readIn })}
              />
            ) : (
              <>
                <Reading control={control} />
                <ScopePart control={control} />
                <MarkPart control={control} />
                <DuePart control={control} />
              </>
            )}
          </div>
        </div>
        <aside
          aria-label={t('figures.title')}
          className="relative border-line bg-bg wide:overflow-y-auto wide:border-l narrow:border-t"
        >
          <OverdueRail control={control} />
        </aside>
        <div className="wide:border-line wide:border-l narrow:contents">
          <Foot control={control} />
        </div>
      </div>
    </OverdueFrame>
  );
}

/** How far reading is: figures are not final before its end. */
function Reading({ control: { facts } }: { control: OverdueControl }) {
  const t = useTranslations('operations.overdue');
  const { list, error } = facts.issues;
  if (facts.ready || error) return null;
  return (
    <p role="status" className="pt-3 text-12 text-fg-3 tabular-nums">
      {list.count === null ? t('counting') : t('readingOf', { count: list.rows.length, of: list.count })}
    </p>
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
