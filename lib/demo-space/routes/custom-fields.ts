import { everyone, projectAdmin } from '../access';
import { forbidden, invalid, notFound, notInPlan } from '../api-error';
import type { DemoContext } from '../context';
import { pathInt, pathProject } from '../context';
import { checkLength } from '../issues/text-length';
import type { Route } from '../route';
import { route } from '../route';
import type { CustomFieldItem, CustomFieldRow, CustomFieldType, ProjectRow } from '../rows';
import { wireCustomField } from '../wire/project-parts';

const TYPES: readonly CustomFieldType[] = [1, 2, 3, 4, 5, 6, 7, 8];

/** The project of the path; custom fields exist only in plans that have them. */
function fieldProject(ctx: DemoContext): ProjectRow {
  if (!ctx.state.licence.attribute) throw notInPlan();
  return pathProject(ctx);
}

function pathField(ctx: DemoContext): CustomFieldRow {
  const row = ctx.state.customFields.get(pathInt(ctx, 'id'));
  if (!row || row.projectId !== fieldProject(ctx).id) throw notFound('customField');
  return row;
}

function nextItem(field: CustomFieldRow, name: string) {
  const id = Math.max(0, ...field.items.map((item) => item.id)) + 1;
  return { id, name: checkLength(name, 1, 255, 'Name', '選択肢'), displayOrder: id - 1 };
}

function readBounds({ params }: DemoContext, row: CustomFieldRow): void {
  for (const name of ['min', 'max'] as const) {
    if (row.typeId === 3) row[name] = params.number(name) ?? row[name];
    if (row.typeId === 4) row[name] = params.day(name) ?? row[name];
  }
}

function readInitialDate({ params }: DemoContext): CustomFieldRow['initialDate'] {
  const id = params.int('initialValueType');
  if (id !== 1 && id !== 2 && id !== 3) return null;
  return {
    id,
    shift: id === 2 ? (params.int('initialShift') ?? 0) : null,
    date: id === 3 ? (params.day('initialDate') ?? null) : null,
  };
}

function apply(ctx: DemoContext, row: CustomFieldRow): CustomFieldRow {
  const { params, state } = ctx;
  const name = params.string('name');
  if (name !== undefined) row.name = checkLength(name, 1, 255, 'Name', '項目名');
  const types = params.ints('applicableIssueTypes');
  if (types?.some((id) => state.issueTypes.get(id)?.projectId !== row.projectId))
    throw invalid('applicableIssueTypes[] is not valid.', 'applicableIssueTypes[]の値が正しくありません。');
  row.applicableIssueTypes = types ?? row.applicableIssueTypes;
  row.description = params.string('description') ?? row.description;
  row.required = params.boolean('required') ?? row.required;
  readBounds(ctx, row);
  if (row.typeId === 3) {
    row.initialValue = params.number('initialValue') ?? row.initialValue;
    row.unit = params.string('unit') ?? row.unit;
  }
  if (row.typeId === 4) row.initialDate = readInitialDate(ctx) ?? row.initialDate;
  if (row.typeId >= 5) row.allowAddItem = params.boolean('allowAddItem') ?? row.allowAddItem;
  if (row.typeId >= 7) row.allowInput = params.boolean('allowInput') ?? row.allowInput;
  row.version = ctx.now();
  return row;
}

function create(ctx: DemoContext) {
  const { params, state } = ctx;
  const project = fieldProject(ctx);
  const typeId = TYPES.find((type) => type === params.requiredInt('typeId'));
  if (typeId === undefined)
    throw invalid('The value of typeId is not valid.', 'typeIdの値が正しくありません。');
  const row = apply(ctx, {
    id: state.customFields.nextId(),
    projectId: project.id,
    typeId,
    version: ctx.now(),
    name: params.required('name'),
    description: '',
    required: false,
    applicableIssueTypes: [],
    displayOrder: state.customFields.in(project.id).length,
    min: null,
    max: null,
    initialValue: null,
    unit: null,
    initialDate: null,
    items: [],
    allowAddItem: false,
    allowInput: false,
  });
  if (typeId >= 5) for (const name of params.strings('items') ?? []) row.items.push(nextItem(row, name));
  return wireCustomField(state.customFields.add(row));
}

function addItem(ctx: DemoContext) {
  const field = pathField(ctx);
  if (field.typeId < 5)
    throw invalid('The custom field is not a list.', 'リスト型のカスタム属性ではありません。');
  const mayAdd = projectAdmin(ctx) || (field.allowAddItem && ctx.user.roleType <= 2);
  if (!mayAdd) throw forbidden();
  field.items.push(nextItem(field, ctx.params.required('name')));
  return wireCustomField(field);
}

function pathItem(ctx: DemoContext, field: CustomFieldRow): CustomFieldItem {
  const id = pathInt(ctx, 'item');
  const item = field.items.find((candidate) => candidate.id === id);
  if (!item) throw notFound('customField');
  return item;
}

function renameItem(ctx: DemoContext) {
  const field = pathField(ctx);
  pathItem(ctx, field).name = ctx.params.required('name');
  field.version = ctx.now();
  return wireCustomField(field);
}

/** A deleted item vanishes from the issues that had it. */
function removeItem(ctx: DemoContext) {
  const field = pathField(ctx);
  const { id } = pathItem(ctx, field);
  field.items = field.items.filter((item) => item.id !== id);
  for (const issue of ctx.state.issues.in(field.projectId)) {
    const stored = issue.customFields[field.id];
    if (!stored) continue;
    if (Array.isArray(stored.value)) stored.value = stored.value.filter((value) => value !== id);
    else if (stored.value === id) stored.value = null;
  }
  return wireCustomField(field);
}

function remove(ctx: DemoContext) {
  const field = pathField(ctx);
  for (const issue of ctx.state.issues.in(field.projectId)) delete issue.customFields[field.id];
  ctx.state.customFields.delete(field.id);
  return wireCustomField(field);
}

export const customFieldRoutes: Route[] = [
  route('GET', '/projects/:project/customFields', (ctx) =>
    ctx.state.customFields.in(fieldProject(ctx).id).map(wireCustomField),
  ),
  route('POST', '/projects/:project/customFields', create, { access: projectAdmin }),
  route(
    'PATCH',
    '/projects/:project/customFields/:id',
    (ctx) => wireCustomField(apply(ctx, pathField(ctx))),
    {
      access: projectAdmin,
    },
  ),
  route('DELETE', '/projects/:project/customFields/:id', remove, { access: projectAdmin }),
  route('POST', '/projects/:project/customFields/:id/items', addItem, { access: everyone }),
  route('PATCH', '/projects/:project/customFields/:id/items/:item', renameItem, { access: projectAdmin }),
  route('DELETE', '/projects/:project/customFields/:id/items/:item', removeItem, { access: projectAdmin }),
];
