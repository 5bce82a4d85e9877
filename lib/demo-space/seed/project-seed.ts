import type {
  CategoryRow,
  CustomFieldRow,
  IssueTypeRow,
  ProjectRow,
  StatusRow,
  UserRow,
  VersionRow,
} from '../rows';
import type { SpaceState } from '../state';
import { addDays } from './dates';
import type { FieldPlan, MilestonePlan, ProjectPlan } from './plans/project-plan';

/** A milestone together with what its plan said. */
export interface SeededMilestone {
  readonly row: VersionRow;
  readonly reserved: boolean;
}

/** One project's rows by the names that issue generators use. */
export interface ProjectSeed {
  readonly plan: ProjectPlan;
  readonly row: ProjectRow;
  readonly members: readonly UserRow[];
  readonly types: ReadonlyMap<string, IssueTypeRow>;
  readonly categories: ReadonlyMap<string, CategoryRow>;
  readonly milestones: readonly SeededMilestone[];
  readonly fields: readonly { readonly row: CustomFieldRow; readonly plan: FieldPlan }[];
  /** Custom statuses only. */
  readonly customStatuses: readonly StatusRow[];
}

const fixedStatuses = [
  { id: 1, name: '未対応', color: '#ed8077', displayOrder: 1000 },
  { id: 2, name: '処理中', color: '#4488c5', displayOrder: 2000 },
  { id: 3, name: '処理済み', color: '#5eb5a6', displayOrder: 3000 },
  { id: 4, name: '完了', color: '#b0be3c', displayOrder: 4000 },
];

function addProjectRow(state: SpaceState, plan: ProjectPlan, displayOrder: number): ProjectRow {
  const idOf = (userId: string): number => {
    const user = state.users.all().find((row) => row.userId === userId);
    if (!user) throw new Error(`The seed has no person ${userId}`);
    return user.id;
  };
  return state.projects.add({
    id: state.projects.nextId(),
    projectKey: plan.key,
    name: plan.name,
    chartEnabled: true,
    useResolvedForChart: plan.useResolvedForChart,
    subtaskingEnabled: true,
    grandchildIssueEnabled: false,
    projectLeaderCanEditProjectLeader: true,
    useWiki: true,
    useDocument: true,
    useFileSharing: true,
    useWikiTreeView: true,
    useSubversion: false,
    useGit: plan.repository !== null,
    useOriginalImageSizeAtWiki: false,
    textFormattingRule: plan.markdown ? 'markdown' : 'backlog',
    archived: false,
    displayOrder,
    useDevAttributes: true,
    memberIds: plan.members.map(idOf),
    administratorIds: plan.administrators.map(idOf),
    nextKeyId: 1,
  });
}

function addTypes(state: SpaceState, plan: ProjectPlan, projectId: number): Map<string, IssueTypeRow> {
  const rows = plan.types.map((type, displayOrder) =>
    state.issueTypes.add({
      id: state.issueTypes.nextId(),
      projectId,
      name: type.name,
      color: type.color,
      displayOrder,
      templateSummary: type.template?.summary ?? null,
      templateDescription: type.template?.description ?? null,
    }),
  );
  return new Map(rows.map((row) => [row.name, row]));
}

function addCategories(state: SpaceState, plan: ProjectPlan, projectId: number): Map<string, CategoryRow> {
  const names = new Set([
    ...plan.content.features.map((feature) => feature.category),
    ...plan.extraCategories,
  ]);
  const rows = [...names].map((name, displayOrder) =>
    state.categories.add({ id: state.categories.nextId(), projectId, name, displayOrder }),
  );
  return new Map(rows.map((row) => [row.name, row]));
}

function addStatuses(state: SpaceState, plan: ProjectPlan, projectId: number): StatusRow[] {
  const custom = plan.statuses.map((status) => ({ ...status, id: state.nextStatusId(), projectId }));
  state.setStatuses(projectId, [...fixedStatuses.map((status) => ({ ...status, projectId })), ...custom]);
  return custom;
}

function addMilestone(
  state: SpaceState,
  plan: MilestonePlan,
  projectId: number,
  displayOrder: number,
): SeededMilestone {
  const row = state.versions.add({
    id: state.versions.nextId(),
    projectId,
    name: plan.name,
    description: plan.description ?? null,
    startDate: plan.start,
    releaseDueDate: plan.end,
    archived: plan.archived,
    displayOrder,
  });
  return { row, reserved: plan.reserved ?? false };
}

function addField(
  state: SpaceState,
  plan: FieldPlan,
  at: { projectId: number; displayOrder: number; today: string; types: ReadonlyMap<string, IssueTypeRow> },
): CustomFieldRow {
  return state.customFields.add({
    id: state.customFields.nextId(),
    projectId: at.projectId,
    typeId: plan.typeId,
    version: Date.parse(`${addDays(at.today, -300)}T02:00:00Z`) + at.displayOrder * 60_000,
    name: plan.name,
    description: plan.description ?? '',
    required: plan.required ?? false,
    applicableIssueTypes: (plan.types ?? []).flatMap((name) => at.types.get(name)?.id ?? []),
    displayOrder: at.displayOrder,
    min: plan.min ?? null,
    max: plan.max ?? null,
    initialValue: plan.initialValue ?? null,
    unit: plan.unit ?? null,
    initialDate: null,
    items: (plan.items ?? []).map((name, index) => ({ id: index + 1, name, displayOrder: index })),
    allowAddItem: plan.allowAddItem ?? false,
    allowInput: plan.allowInput ?? false,
  });
}

/** Adds a project with its statuses, types, categories, milestones and custom fields; no issues yet. */
export function addProject(state: SpaceState, plan: ProjectPlan, today: string): ProjectSeed {
  const row = addProjectRow(state, plan, state.projects.size);
  const types = addTypes(state, plan, row.id);
  return {
    plan,
    row,
    types,
    members: row.memberIds.flatMap((id) => state.users.get(id) ?? []),
    categories: addCategories(state, plan, row.id),
    customStatuses: addStatuses(state, plan, row.id),
    milestones: plan
      .milestones(today)
      .map((milestone, order) => addMilestone(state, milestone, row.id, order)),
    fields: plan.fields.map((field, displayOrder) => ({
      plan: field,
      row: addField(state, field, { projectId: row.id, displayOrder, today, types }),
    })),
  };
}
