'use client';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { ErrorCallout } from '@/components/layout/error-callout';
import { useSpace } from '@/components/layout/space-provider';
import { useShortcuts } from '@/components/layout/use-shortcuts';
import { Button } from '@/components/ui/button';
import type { SpaceReference } from '@/lib/columns/issue-row';
import { afterSteps } from './after-steps';
import { BurndownSection } from './burndown-section';
import type { DraftClosure } from './closure-data';
import { ClosureFoot } from './closure-foot';
import { ClosureHead } from './closure-head';
import { closureInputOf } from './closure-input';
import { ClosureLanes } from './closure-lanes';
import { closureObstacle } from './closure-obstacle';
import { ClosureRail } from './closure-rail';
import type { MilestoneChoice } from './milestone-choices';
import { plannedWrites } from './planned-writes';
import { MOST_CHARACTERS, type ReportCopy } from './report-dialog';
import { reportText } from './report-text';
import { useClosingReport } from './use-closing-report';
import { useClosure } from './use-closure';
import type { TakenUpClosure } from './use-closure-form';
import { useSubmitClosure } from './use-submit-closure';

interface ClosureWorkspaceProps {
  milestone: MilestoneChoice;
  choices: readonly MilestoneChoice[];
  reference: SpaceReference;
  /** The plan one comes back from. */
  taken: TakenUpClosure | null;
  draft: DraftClosure;
  onChoose: (milestone: MilestoneChoice) => void;
}

/** Closing one milestone: how it went, where its open issues go, and what is done beside them. */
export function ClosureWorkspace(props: ClosureWorkspaceProps) {
  const { milestone, choices, reference, taken, draft, onChoose } = props;
  const t = useTranslations('operations.closure');
  const common = useTranslations('common');
  const { canWrite } = useSpace();
  const closure = useClosure(milestone, reference, taken);
  const { form } = closure.state;
  const { submit, submitting, error } = useSubmitClosure(draft, closure.state.planned);

  const makeReport = useClosingReport();
  const generated = useMemo(
    () =>
      makeReport({
        milestone,
        projectKey: milestone.project.projectKey,
        nextName: closure.next?.name || null,
        rows: closure.rows,
        basics: closure.answer?.basics ?? null,
        figures: closure.figures,
        movedOut: closure.answer?.movedOut ?? null,
      }),
    [makeReport, milestone, closure.next, closure.rows, closure.answer, closure.figures],
  );
  const rule = closure.answer?.textFormattingRule ?? 'markdown';
  const made = reportText(generated, rule);
  const report = { name: form.report.name ?? generated.title, content: form.report.text ?? made };
  // What was written by hand in Backlog's notation is no Markdown.
  const copy: ReportCopy =
    form.report.text === null
      ? { kind: 'copy', text: reportText(generated, 'markdown') }
      : { kind: rule === 'markdown' ? 'copy' : 'copyText', text: form.report.text };
  const obstacle = closureObstacle({
    canWrite,
    complete: closure.list.complete,
    rows: closure.rows,
    counts: closure.counts,
    form,
    next: closure.next,
    nextUnknown: closure.choice === null,
    problem: closure.problem,
    report,
    mostCharacters: MOST_CHARACTERS,
  });
  const makePlan = () => {
    const { choice, resolution } = closure;
    if (obstacle !== null || submitting || choice === null || resolution === null) return;
    submit(
      closureInputOf({
        projectId: milestone.project.id,
        milestone: { id: milestone.id, label: milestone.name },
        resolvedIsDone: closure.resolvedIsDone,
        next: choice,
        form,
        rows: closure.rows,
        resolution,
        report: { ...report, name: report.name.trim() },
      }),
    );
  };
  useShortcuts({ 'mod+enter': makePlan });
  const after = afterSteps(closure.rows, closure.measure, closure.resolvedIsDone, milestone.project.statuses);
  return (
    <div className="relative grid min-h-0 flex-1 wide:grid-cols-[minmax(0,1fr)_312px] narrow:block narrow:overflow-y-auto">
      <div className="relative flex min-h-0 min-w-0 flex-col wide:overflow-y-auto">
        {closure.error ? (
          <ErrorCallout
            error={closure.error}
            className="mx-5 mt-4 flex-none phone:mx-4"
            action={<Button onClick={closure.retry}>{common('retry')}</Button>}
          />
        ) : null}
        <ClosureHead closure={closure} choices={choices} onChoose={onChoose} />
        <BurndownSection
          milestone={milestone}
          answer={closure.answer}
          figures={closure.figures}
          resolvedIsDone={closure.resolvedIsDone}
          measure={closure.measure}
          onMeasure={closure.setMeasure}
          after={after}
        />
        <ClosureLanes closure={closure} />
      </div>
      <aside
        aria-label={t('rail.label')}
        className="flex min-h-0 flex-col border-line bg-bg wide:border-l narrow:contents"
      >
        <ClosureRail closure={closure} report={report} made={made} copy={copy} />
        <ClosureFoot
          obstacle={obstacle}
          error={error}
          submitting={submitting}
          onSubmit={makePlan}
          planned={plannedWrites(closure.rows, closure.choice, form)}
        />
      </aside>
    </div>
  );
}
