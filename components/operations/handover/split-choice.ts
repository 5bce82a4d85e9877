import type { LabelledId } from '@/lib/bulk/changes';
import type { Split } from '@/lib/bulk/operations/handover-schema';
import type { IssueRow, ProjectReference } from '@/lib/columns/issue-row';
import { type ScopeOption, scopeOptions } from '../scope-options';
import type { CategoryRule, HandoverForm } from './handover-form';
import { projectsWithout } from './people';

/** How many rules are offered before the person makes their own. */
const SUGGESTED_RULES = 3;

/** How the issues are shared out, with every open choice filled with its suggestion. */
export interface SplitChoice {
  one: number | null;
  byProject: readonly { project: ProjectReference; count: number; to: number | null }[];
  rules: readonly (CategoryRule & { /** Issues that this rule decides. */ count: number })[];
  rest: { count: number; to: number | null };
  /** Categories of the issues that no rule has yet. */
  spare: readonly ScopeOption[];
}

/**
 * @param going the issues that go
 * @param concerned their projects
 */
export function splitChoice(
  form: HandoverForm,
  going: readonly IssueRow[],
  concerned: readonly ProjectReference[],
): SplitChoice {
  const categories = scopeOptions(
    going,
    concerned,
    (project) => project.categories,
    (row) => row.categoryIds,
  );
  const rules = form.rules ?? suggestedRules(categories, form.to, going, concerned);
  const decided = going.map((row) =>
    rules.findIndex((rule) => rule.categoryIds.some((id) => row.categoryIds.includes(id))),
  );
  const countAt = (place: number) => decided.filter((index) => index === place).length;
  const first = form.to[0] ?? null;
  return {
    one: form.one ?? first,
    byProject: concerned.map((project) => ({
      project,
      count: going.filter((row) => row.projectId === project.id).length,
      to: chosenFor(form, project),
    })),
    rules: rules.map((rule, place) => ({ ...rule, count: countAt(place) })),
    rest: { count: countAt(-1), to: form.rest ?? first },
    spare: categories.filter(
      ({ ids }) => !rules.some((rule) => rule.categoryIds.some((id) => ids.includes(id))),
    ),
  };
}

/** The person's choice for a project, else the first successor who is a member. */
function chosenFor(form: HandoverForm, project: ProjectReference): number | null {
  const chosen = form.byProject[String(project.id)];
  if (chosen !== undefined) return chosen;
  return form.to.find((id) => isMember(id, project)) ?? null;
}

const isMember = (id: number, project: ProjectReference) => projectsWithout(id, [project]).length === 0;

/** The categories that most issues have, each to whoever may receive all of theirs and has fewest so far. */
function suggestedRules(
  categories: readonly ScopeOption[],
  to: readonly number[],
  going: readonly IssueRow[],
  concerned: readonly ProjectReference[],
): CategoryRule[] {
  const most = categories.toSorted((a, b) => b.count - a.count).slice(0, SUGGESTED_RULES);
  const given = new Map<number, number>();
  return most.map(({ label, ids, count }) => {
    const own = concerned.filter((project) =>
      going.some((row) => row.projectId === project.id && row.categoryIds.some((id) => ids.includes(id))),
    );
    const able = to.filter((id) => own.every((project) => isMember(id, project)));
    const [receiver = null] = (able.length > 0 ? able : to).toSorted(
      (a, b) => (given.get(a) ?? 0) - (given.get(b) ?? 0),
    );
    if (receiver !== null) given.set(receiver, (given.get(receiver) ?? 0) + count);
    return { label, categoryIds: ids, to: receiver };
  });
}

/** The split as it is stored; null while somebody is missing in it. */
export function splitOf(
  form: HandoverForm,
  choice: SplitChoice,
  personOf: (id: number) => LabelledId,
): Split | null {
  const named = (id: number | null) => (id === null ? null : personOf(id));
  switch (form.by) {
    case 'one': {
      const to = named(choice.one);
      return to && { by: 'one', to };
    }
    case 'project': {
      const byProject = Object.fromEntries(
        choice.byProject.flatMap(({ project, to }) =>
          to === null ? [] : [[String(project.id), personOf(to)] as const],
        ),
      );
      return Object.keys(byProject).length > 0 ? { by: 'project', byProject } : null;
    }
    case 'category': {
      const rest = named(choice.rest.to);
      const rules = choice.rules.flatMap(({ label, categoryIds, to }) =>
        to === null ? [] : [{ label, categoryIds: [...categoryIds], to: personOf(to) }],
      );
      return rest && rules.length === choice.rules.length ? { by: 'category', rules, else: rest } : null;
    }
    case 'issue': {
      const byIssue = Object.fromEntries(
        Object.entries(form.byIssue).map(([id, to]) => [id, personOf(to)] as const),
      );
      return form.to.length > 0 ? { by: 'issue', byIssue, else: null } : null;
    }
    case 'level':
      return form.to.length > 1 ? { by: 'level', to: form.to.map(personOf), measure: form.measure } : null;
  }
}
