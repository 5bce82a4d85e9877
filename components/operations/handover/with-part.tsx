'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { handoverComment } from '@/lib/bulk/operations/handover-comment';
import { CommentEditor } from '../comment-editor';
import { SampleComment } from '../sample-comment';
import { StepSection } from '../step-section';
import { DuePart } from './due-part';
import { FieldProblem } from './field-problem';
import { TellPart } from './tell-part';
import type { HandoverControl } from './use-handover';

/** What changes with the assignee: due dates, status, who is told, and the comment. */
export function WithPart({ control }: { control: HandoverControl }) {
  const t = useTranslations('operations.handover');
  const { form, facts, forecast, problems, patch } = control;
  const words = useWords();
  const [problem] = problems.filter(({ at }) => at === 'comment');
  return (
    <StepSection number={facts.held.length > 0 ? 3 : 2} title={t('with.title')} hint={t('with.hint')}>
      <DuePart
        due={form.due}
        moved={forecast.moved}
        going={forecast.changing.length}
        undated={forecast.changing.filter((row) => row.dueDate === null).length}
        onDue={(due) => patch({ due })}
      />
      <FieldProblem problems={problems} at="due" />
      <div className="mt-3">
        <TellPart
          notify={form.notify}
          concerned={facts.concerned}
          reopen={form.reopen}
          inProgress={forecast.inProgress.length}
          onNotify={(notify) => patch({ notify })}
          onReopen={(reopen) => patch({ reopen })}
        />
      </div>
      <CommentEditor
        comment={form.comment}
        words={words}
        problem={problem ? t(`problem.${problem.code}`, problem.values) : null}
        onComment={(comment) => patch({ comment })}
        sample={<Sample control={control} />}
      />
    </StepSection>
  );
}

/** The comment as it will stand on the issues that somebody receives. */
function Sample({ control: { form, forecast, from } }: { control: HandoverControl }) {
  const locale = useLocale();
  const { received, assigned, moved } = forecast;
  const after = new Map(moved.map(({ row, after: day }) => [row.id, day]));
  const samples = received.flatMap((row) => {
    const one = assigned.get(row.id);
    if (from === null || one === undefined || !('to' in one)) return [];
    const due = after.get(row.id) ?? row.dueDate;
    const values = { from: from.label, to: one.to.label, due, key: row.issueKey };
    return [{ issueKey: row.issueKey, text: handoverComment(form.comment.text, values, locale) }];
  });
  return <SampleComment samples={samples} />;
}

function useWords() {
  const t = useTranslations('operations.handover.token');
  return useMemo(() => ({ from: t('from'), to: t('to'), due: t('due'), key: t('key') }), [t]);
}
