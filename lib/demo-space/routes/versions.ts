import { editIssues } from '../access';
import { invalid, notFound } from '../api-error';
import type { DemoContext } from '../context';
import { pathInt, pathProject } from '../context';
import { checkLength } from '../issues/text-length';
import type { Route } from '../route';
import { route } from '../route';
import type { VersionRow } from '../rows';
import { wireVersion } from '../wire/project-parts';

/** Activity types of milestones. */
const ACTIVITY = { created: 22, updated: 23, deleted: 24 } as const;

function record(ctx: DemoContext, row: VersionRow, type: number): void {
  const { activities } = ctx.state;
  activities.add({
    id: activities.nextId(),
    projectId: row.projectId,
    type,
    content: {
      id: row.id,
      name: row.name,
      start_date: row.startDate,
      reference_date: row.releaseDueDate,
      description: row.description,
    },
    createdUserId: ctx.user.id,
    created: ctx.now(),
  });
}

function pathVersion(ctx: DemoContext): VersionRow {
  const row = ctx.state.versions.get(pathInt(ctx, 'id'));
  if (!row || row.projectId !== pathProject(ctx).id) throw notFound('version');
  return row;
}

/** Reads the parameters onto the row. The name is required, even to archive. */
function apply(ctx: DemoContext, before: VersionRow): VersionRow {
  const { params } = ctx;
  const description = params.string('description');
  const startDate = params.day('startDate');
  const releaseDueDate = params.day('releaseDueDate');
  const after = {
    ...before,
    name: checkLength(params.required('name'), 1, 255, 'Name', 'マイルストーン名'),
    description: description === undefined ? before.description : description || null,
    startDate: startDate === undefined ? before.startDate : startDate,
    releaseDueDate: releaseDueDate === undefined ? before.releaseDueDate : releaseDueDate,
  };
  if (after.startDate && after.releaseDueDate && after.startDate > after.releaseDueDate)
    throw invalid(
      'The start date must not be after the release due date.',
      '開始日は期限日以前の日付を指定してください。',
    );
  const twin = ctx.state.versions.in(before.projectId).find((row) => row.name === after.name);
  if (twin && twin.id !== before.id)
    throw invalid(
      `The name is already in use: ${after.name}`,
      `同じ名前がすでに登録されています: ${after.name}`,
    );
  return after;
}

function create(ctx: DemoContext) {
  const { versions } = ctx.state;
  const row = apply(ctx, {
    id: versions.nextId(),
    projectId: pathProject(ctx).id,
    name: '',
    description: null,
    startDate: null,
    releaseDueDate: null,
    archived: false,
    displayOrder: 2147483646,
  });
  record(ctx, versions.add(row), ACTIVITY.created);
  return wireVersion(row);
}

function update(ctx: DemoContext) {
  const row = pathVersion(ctx);
  Object.assign(row, apply(ctx, row), { archived: ctx.params.boolean('archived') ?? row.archived });
  record(ctx, row, ACTIVITY.updated);
  return wireVersion(row);
}

/** A deleted version simply vanishes from the issues that had it. */
function remove(ctx: DemoContext) {
  const row = pathVersion(ctx);
  for (const issue of ctx.state.issues.in(row.projectId)) {
    issue.versionIds = issue.versionIds.filter((id) => id !== row.id);
    issue.milestoneIds = issue.milestoneIds.filter((id) => id !== row.id);
  }
  ctx.state.versions.delete(row.id);
  record(ctx, row, ACTIVITY.deleted);
  return wireVersion(row);
}

export const versionRoutes: Route[] = [
  route('GET', '/projects/:project/versions', (ctx) =>
    ctx.state.versions.in(pathProject(ctx).id).map(wireVersion),
  ),
  route('POST', '/projects/:project/versions', create, { access: editIssues }),
  route('PATCH', '/projects/:project/versions/:id', update, { access: editIssues }),
  route('DELETE', '/projects/:project/versions/:id', remove, { access: editIssues }),
];
