'use client';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { CommentEditor } from '@/components/operations/comment-editor';
import { SampleComment } from '@/components/operations/sample-comment';
import { StepSection } from '@/components/operations/step-section';
import { ValuePicker } from '@/components/operations/value-picker';
import { overdueTokens } from '@/lib/bulk/operations/overdue';
import { ProjectMarks } from './project-marks';
import type { OverdueControl } from './use-overdue';

/** What the issues are marked with: a status and a category of each project, a priority, a comment. */
export function MarkPart({ control }: { control: OverdueControl }) {
  const t = useTranslations('operations.overdue');
  const fields = useTranslations('common.field');
  const { form, facts, marking, problems, patch } = control;
  const { scope } = form;
  const words = useWords();
  const problem = problems.find((one) => one.startsWith('comment'));
  return (
    <StepSection number={2} title={t('mark.title')} hint={t('mark.hint')}>
      <ProjectMarks
        form={form}
        projects={facts.lateProjects.filter(({ id }) => scope.projectIds?.includes(id) ?? true)}
        taken={marking.taken}
        onStatus={(projectId, id) => patch({ status: { ...form.status, [projectId]: id } })}
        onCategory={(projectId, id) => patch({ category: { ...form.category, [projectId]: id } })}
      />
      <div className="mt-3 max-w-[240px]">
        <p aria-hidden className="mb-1 font-medium text-12 text-fg-2">
          {fields('priority')}
        </p>
        <ValuePicker
          label={fields('priority')}
          values={facts.issues.reference.priorities}
          chosen={form.priority}
          none={t('mark.keep')}
          onChoose={(priority) => patch({ priority })}
        />
      </div>
      <CommentEditor
        comment={form.comment}
        words={words}
        problem={problem ? t(`problem.${problem}`) : null}
        onComment={(comment) => patch({ comment })}
        sample={
          <SampleComment
            samples={marking.taken.flatMap(({ item }) =>
              item.params.comment === undefined
                ? []
                : [{ issueKey: item.issueKey, text: item.params.comment }],
            )}
          />
        }
      />
      {marking.onlyComment ? <p className="mt-1.5 text-11 text-fg-3">{t('comment.once')}</p> : null}
    </StepSection>
  );
}

function useWords() {
  const t = useTranslations('operations.overdue.token');
  return useMemo(() => Object.fromEntries(overdueTokens.map((token) => [token, t(token)] as const)), [t]);
}
