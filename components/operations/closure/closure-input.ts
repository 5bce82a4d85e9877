import type { ClosureDecision, ClosureInput, LabelledId } from './closure-data';
import type { ClosureForm, NextChoice } from './closure-form';
import type { ClosureRow } from './closure-rows';

/** The report as it goes to Backlog. */
export interface ReadyReport {
  name: string;
  content: string;
}

interface InputParts {
  projectId: number;
  milestone: LabelledId;
  resolvedIsDone: boolean;
  next: NextChoice;
  form: ClosureForm;
  rows: readonly ClosureRow[];
  resolution: LabelledId;
  report: ReadyReport;
}

/** What is stored with the plan. */
export function closureInputOf(parts: InputParts): ClosureInput {
  const { projectId, milestone, resolvedIsDone, next, form, rows, resolution, report } = parts;
  const { wiki, comment, issue } = form.report;
  return {
    projectId,
    milestone,
    resolvedIsDone,
    next: nextOf(next),
    unfinished: form.unfinished,
    decisions: decisionsOf(rows),
    leftOut: rows.filter((row) => row.leftOut).map(({ issue: one }) => one.id),
    resolution,
    moveDueDates: form.moveDueDates,
    archive: form.archive,
    report: {
      wiki: wiki ? report : null,
      comment:
        comment && issue ? { issueId: issue.id, issueKey: issue.label, content: report.content } : null,
    },
  };
}

function nextOf(next: NextChoice): ClosureInput['next'] {
  switch (next.kind) {
    case 'none':
      return null;
    case 'existing':
      return next;
    case 'new': {
      const { kind, name, startDate, dueDate } = next;
      return { kind, name: name.trim(), startDate: startDate || null, dueDate: dueDate || null };
    }
  }
}

/** What was decided issue by issue; an issue that goes where its column goes, or stays, needs none. */
function decisionsOf(rows: readonly ClosureRow[]): Record<string, ClosureDecision> {
  return Object.fromEntries(
    rows.flatMap(({ issue, own, to }) =>
      to !== null && Object.keys(own).length > 0 ? [[String(issue.id), { ...own, to }]] : [],
    ),
  );
}
