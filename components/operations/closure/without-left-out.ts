import { closureGoal } from '@/lib/bulk/operations/closure-goal';
import type { Closure, PlanDetail } from './closure-data';
import type { ClosureForm } from './closure-form';

/**
 * The form as its preview was left: issues of the milestone whose rows a person has unchecked stay as they are, and so
 * does what the closure would have done beside them.
 */
export function withoutLeftOut(
  form: ClosureForm,
  { closure, items }: { closure: Closure; items: PlanDetail['items'] },
): ClosureForm {
  const out = items.filter((item) => item.pile === 'change' && !item.included);
  if (out.length === 0) return form;
  const { milestone } = closure;
  const issues = out.filter(
    ({ step, diffs, current }) =>
      step === undefined &&
      closureGoal(diffs, milestone.id) !== null &&
      current?.milestone?.some(({ id }) => id === milestone.id),
  );
  const leaves = (kind: 'archiveMilestone' | 'createWiki') => out.some(({ step }) => step?.kind === kind);
  const { report } = form;
  return {
    ...form,
    leftOut: [...new Set([...form.leftOut, ...issues.map(({ issueId }) => issueId)])],
    archive: form.archive && !leaves('archiveMilestone'),
    report: {
      ...report,
      wiki: report.wiki && !leaves('createWiki'),
      comment: report.comment && !out.some(({ params }) => params.comment !== undefined),
    },
  };
}
