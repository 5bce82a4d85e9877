import { projectAdmin } from '../access';
import { invalid, notFound } from '../api-error';
import type { DemoContext } from '../context';
import { pathInt, pathProject } from '../context';
import { checkLength } from '../issues/text-length';
import type { Route } from '../route';
import { route } from '../route';
import type { StatusRow } from '../rows';
import { DEFAULT_STATUSES } from '../wire/fixed-names';
import { wireStatus } from '../wire/status';

const COLOURS = [
  '#ea2c00',
  '#e87758',
  '#e07b9a',
  '#868cb7',
  '#3b9dbd',
  '#4caf93',
  '#b0be3c',
  '#eda62a',
  '#f42858',
  '#393939',
] as const;

function statusesOf(ctx: DemoContext) {
  return ctx.state.statusesOf(pathProject(ctx).id).map((row) => wireStatus(ctx, row));
}

/** The custom status in the path; the four defaults can be neither edited nor deleted. */
function customStatus(ctx: DemoContext): StatusRow {
  const status = ctx.state.status(pathProject(ctx).id, pathInt(ctx, 'id'));
  if (!status) throw notFound('status');
  if (status.id <= 4)
    throw invalid('The default statuses cannot be changed.', '既定の状態は変更できません。');
  return status;
}

function create(ctx: DemoContext) {
  const { params, state } = ctx;
  const project = pathProject(ctx);
  const rows = state.statusesOf(project.id);
  if (rows.length >= 12)
    throw invalid('No more than 8 statuses can be added.', '追加できる状態は8個までです。');
  const name = checkLength(params.required('name'), 1, 20, 'Name', '状態名');
  params.required('color');
  const color = params.oneOf('color', COLOURS) ?? COLOURS[0];
  const closed = rows.find((row) => row.id === 4)?.displayOrder ?? 4000;
  const last = Math.max(0, ...rows.filter((row) => row.id !== 4).map((row) => row.displayOrder));
  const displayOrder = Math.floor((last + closed) / 2);
  const status = { id: state.nextStatusId(), projectId: project.id, name, color, displayOrder };
  state.setStatuses(project.id, [...rows, status]);
  return wireStatus(ctx, status);
}

function update(ctx: DemoContext) {
  const status = customStatus(ctx);
  const name = ctx.params.string('name');
  if (name !== undefined) status.name = checkLength(name, 1, 20, 'Name', '状態名');
  status.color = ctx.params.oneOf('color', COLOURS) ?? status.color;
  return wireStatus(ctx, status);
}

/** Deleting a status moves its issues to the substitute and records one activity for them all. */
function remove(ctx: DemoContext) {
  const { params, state } = ctx;
  const status = customStatus(ctx);
  const substitute = state.status(status.projectId, params.requiredInt('substituteStatusId'));
  if (!substitute || substitute === status)
    throw invalid(
      'The value of substituteStatusId is not valid.',
      'substituteStatusIdの値が正しくありません。',
    );
  const moved = state.issues.in(status.projectId).filter((issue) => issue.statusId === status.id);
  for (const issue of moved) issue.statusId = substitute.id;
  const rest = state.statusesOf(status.projectId).filter((row) => row !== status);
  state.setStatuses(status.projectId, rest);
  state.activities.add({
    id: state.activities.nextId(),
    projectId: status.projectId,
    type: 34,
    content: {
      deletedStatus: { name: status.name },
      link: moved.map((issue) => ({ id: issue.id, key_id: issue.keyId, title: issue.summary })),
      change: null,
    },
    createdUserId: ctx.user.id,
    created: ctx.now(),
  });
  return wireStatus(ctx, status);
}

function reorder(ctx: DemoContext) {
  const project = pathProject(ctx);
  const rows = ctx.state.statusesOf(project.id);
  const ids = ctx.params.ints('statusId') ?? [];
  const complete = ids.length === rows.length && rows.every((row) => ids.includes(row.id));
  const defaults = ids.filter((id) => id <= 4);
  if (!complete || ids[0] !== 1 || ids.at(-1) !== 4 || defaults.join() !== '1,2,3,4')
    throw invalid('The order of statuses is not valid.', '状態の並び順が正しくありません。');
  ctx.state.setStatuses(
    project.id,
    rows.map((row) => ({ ...row, displayOrder: (ids.indexOf(row.id) + 1) * 1000 })),
  );
  return statusesOf(ctx);
}

export const statusRoutes: Route[] = [
  route('GET', '/statuses', (ctx) => DEFAULT_STATUSES.map(({ id, name }) => ({ id, name: name[ctx.lang] }))),
  route('GET', '/projects/:project/statuses', statusesOf),
  route('POST', '/projects/:project/statuses', create, { access: projectAdmin }),
  route('PATCH', '/projects/:project/statuses/updateDisplayOrder', reorder, { access: projectAdmin }),
  route('PATCH', '/projects/:project/statuses/:id', update, { access: projectAdmin }),
  route('DELETE', '/projects/:project/statuses/:id', remove, { access: projectAdmin }),
];
