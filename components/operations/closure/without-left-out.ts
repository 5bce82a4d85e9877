import { closureGoal } from '@/lib/bulk/operations/closure-goal';
import type { Closure, PlanDetail } from './closure-data';
import type { ClosureForm } from './closure-form';

/**
 * The form as its preview was left: issues of the milestone whose rows a person has unchecked stay as they are, and so
 * does what the closure would have done beside them.
 *
 * @param made the form was made of the plan: nobody knows any more whether a person wrote its report, and the text of
 * a plan that was left otherwise would say what is not so
 */
export function withoutLeftOut(
  form: ClosureForm,
  { closure, items }: { closure: Closure; items: PlanDetail['items'] },
  made = false,
): ClosureForm {
  // A row under a warning may be decided otherwise here. A report has to know that it stays.
  const reported = items.some(({ report, included }) => report !== undefined && included);
  const out = items.filter(
    ({ pile, included }) => !included && (pile === 'change' || (reported && pile === 'needsReview')),
  );
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
      text: made && issues.length > 0 ? null : report.text,
      wiki: report.wiki && !leaves('createWiki'),
      comment: report.comment && !out.some(({ params }) => params.comment !== undefined),
    },
  };
}
