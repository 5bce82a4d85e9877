import { projectAdmin } from '../access';
import { invalid, notFound } from '../api-error';
import type { DemoContext } from '../context';
import { pathInt, pathProject } from '../context';
import { checkLength } from '../issues/text-length';
import type { Route } from '../route';
import { route } from '../route';
import type { IssueTypeRow } from '../rows';
import { wireIssueType } from '../wire/project-parts';

const COLOURS = [
  '#e30000',
  '#990000',
  '#934981',
  '#814fbc',
  '#2779ca',
  '#007e9a',
  '#7ea800',
  '#ff9200',
  '#ff3265',
  '#666665',
] as const;

function pathType(ctx: DemoContext): IssueTypeRow {
  const type = ctx.state.issueTypes.get(pathInt(ctx, 'id'));
  if (!type || type.projectId !== pathProject(ctx).id) throw notFound('issueType');
  return type;
}

function apply(ctx: DemoContext, type: IssueTypeRow): IssueTypeRow {
  const { params } = ctx;
  const name = params.string('name');
  if (name !== undefined) type.name = checkLength(name, 1, 20, 'Name', '種別名');
  type.color = params.oneOf('color', COLOURS) ?? type.color;
  type.templateSummary = params.string('templateSummary') ?? type.templateSummary;
  type.templateDescription = params.string('templateDescription') ?? type.templateDescription;
  return type;
}

function create(ctx: DemoContext) {
  const { params, state } = ctx;
  const project = pathProject(ctx);
  const color = params.required('color');
  const row = apply(ctx, {
    id: state.issueTypes.nextId(),
    projectId: project.id,
    name: params.required('name'),
    color,
    displayOrder: state.issueTypes.in(project.id).length,
    templateSummary: null,
    templateDescription: null,
  });
  return wireIssueType(state.issueTypes.add(row));
}

function remove(ctx: DemoContext) {
  const { state } = ctx;
  const type = pathType(ctx);
  const substitute = state.issueTypes.get(ctx.params.requiredInt('substituteIssueTypeId'));
  if (substitute?.projectId !== type.projectId || substitute === type)
    throw invalid(
      'The value of substituteIssueTypeId is not valid.',
      'substituteIssueTypeIdの値が正しくありません。',
    );
  for (const issue of state.issues.in(type.projectId))
    if (issue.issueTypeId === type.id) issue.issueTypeId = substitute.id;
  state.issueTypes.delete(type.id);
  return wireIssueType(type);
}

export const issueTypeRoutes: Route[] = [
  route('GET', '/projects/:project/issueTypes', (ctx) =>
    ctx.state.issueTypes.in(pathProject(ctx).id).map(wireIssueType),
  ),
  route('POST', '/projects/:project/issueTypes', create, { access: projectAdmin }),
  route('PATCH', '/projects/:project/issueTypes/:id', (ctx) => wireIssueType(apply(ctx, pathType(ctx))), {
    access: projectAdmin,
  }),
  route('DELETE', '/projects/:project/issueTypes/:id', remove, { access: projectAdmin }),
];
