import type { ClosureFiguresAnswer } from './closure-data';
import type { ClosureForm, NextChoice } from './closure-form';
import type { MilestoneChoice } from './milestone-choices';

/** The next milestone as the page shows it. */
export interface NextView {
  choice: NextChoice;
  /** Empty while it has no name. */
  name: string;
  startDate: string | null;
  dueDate: string | null;
}

/** What was chosen, else what the cadence suggests; null while that is not known. */
export function nextChoice(
  form: ClosureForm,
  suggestion: ClosureFiguresAnswer['suggestion'] | undefined,
): NextChoice | null {
  if (form.next !== null) return form.next;
  if (suggestion === undefined) return null;
  if (suggestion.kind === 'existing') return suggestion;
  const { kind, name, startDate, dueDate } = suggestion;
  return { kind, name, startDate: startDate ?? '', dueDate: dueDate ?? '' };
}

/** @param milestones of the project */
export function nextView(choice: NextChoice, milestones: readonly MilestoneChoice[]): NextView | null {
  switch (choice.kind) {
    case 'none':
      return null;
    case 'existing': {
      const found = milestones.find(({ id }) => id === choice.milestone.id);
      const { startDate = null, dueDate = null } = found ?? {};
      return { choice, name: found?.name ?? choice.milestone.label, startDate, dueDate };
    }
    case 'new': {
      const { name, startDate, dueDate } = choice;
      return { choice, name: name.trim(), startDate: startDate || null, dueDate: dueDate || null };
    }
  }
}
