import { everyone, projectAdmin, spaceAdmin } from '../access';
import { invalid, notFound } from '../api-error';
import type { DemoContext } from '../context';
import { isMember, pathProject } from '../context';
import { checkLength } from '../issues/text-length';
import { letterIcon } from '../pages/icon';
import type { Route } from '../route';
import { Reply, route } from '../route';
import type { ProjectRow, UserRow } from '../rows';
import { DEFAULT_STATUSES } from '../wire/fixed-names';
import { wireProject } from '../wire/project';
import { wireUser } from '../wire/user';

const FLAGS = [
  'chartEnabled',
  'useResolvedForChart',
  'subtaskingEnabled',
  'grandchildIssueEnabled',
  'projectLeaderCanEditProjectLeader',
  'useWiki',
  'useFileSharing',
  'useWikiTreeView',
  'useSubversion',
  'useGit',
  'useOriginalImageSizeAtWiki',
  'archived',
  'useDevAttributes',
] as const;

/** The issue types a new project starts with. */
const DEFAULT_TYPES = [
  { name: { ja: 'タスク', en: 'Task' }, color: '#7ea800' },
  { name: { ja: 'バグ', en: 'Bug' }, color: '#990000' },
  { name: { ja: '要望', en: 'Request' }, color: '#ff9200' },
  { name: { ja: 'その他', en: 'Other' }, color: '#2779ca' },
];

function list(ctx: DemoContext) {
  const archived = ctx.params.boolean('archived');
  const all = ctx.params.boolean('all') === true && spaceAdmin(ctx);
  return ctx.state.projects
    .all()
    .filter((row) => (all || isMember(ctx, row)) && (archived === undefined || row.archived === archived))
    .map(wireProject);
}

function people(ctx: DemoContext, ids: readonly number[]) {
  return ids.flatMap((id) => {
    const user = ctx.state.users.get(id);
    return user ? [wireUser(ctx, user)] : [];
  });
}

function readKey({ params, state }: DemoContext, own: ProjectRow | null): string | undefined {
  const key = params.string('key');
  if (key === undefined) return undefined;
  const taken = state.projectByKey(key);
  if (!/^[A-Z][A-Z0-9_]{0,24}$/.test(key) || (taken && taken !== own))
    throw invalid(
      'The project key is not valid or already in use.',
      'プロジェクトキーが不正か、すでに使われています。',
    );
  return key;
}

function applySettings(ctx: DemoContext, project: ProjectRow): void {
  const { params } = ctx;
  const name = params.string('name');
  if (name !== undefined) project.name = checkLength(name, 1, 100, 'Project Name', 'プロジェクト名');
  for (const flag of FLAGS) project[flag] = params.boolean(flag) ?? project[flag];
  project.textFormattingRule =
    params.oneOf('textFormattingRule', ['markdown', 'backlog']) ?? project.textFormattingRule;
}

function update(ctx: DemoContext) {
  const project = pathProject(ctx);
  const key = readKey(ctx, project);
  applySettings(ctx, project);
  if (key !== undefined && key !== project.projectKey) {
    project.projectKey = key;
    ctx.state.reindexKeys();
  }
  return wireProject(project);
}

function create(ctx: DemoContext) {
  const { params, state, user } = ctx;
  const projectKey = readKey(ctx, null) ?? params.required('key');
  const id = state.projects.nextId();
  const project: ProjectRow = {
    id,
    projectKey,
    name: params.required('name'),
    chartEnabled: true,
    useResolvedForChart: false,
    subtaskingEnabled: true,
    grandchildIssueEnabled: false,
    projectLeaderCanEditProjectLeader: false,
    useWiki: true,
    useDocument: true,
    useFileSharing: true,
    useWikiTreeView: false,
    useSubversion: false,
    useGit: true,
    useOriginalImageSizeAtWiki: false,
    textFormattingRule: 'markdown',
    archived: false,
    displayOrder: 2147483646,
    useDevAttributes: true,
    memberIds: [user.id],
    administratorIds: [],
    nextKeyId: 1,
  };
  applySettings(ctx, project);
  state.projects.add(project);
  state.setStatuses(
    id,
    DEFAULT_STATUSES.map((row) => ({ ...row, projectId: id, name: row.name[state.space.lang] })),
  );
  for (const [displayOrder, { name, color }] of DEFAULT_TYPES.entries())
    state.issueTypes.add({
      id: state.issueTypes.nextId(),
      projectId: id,
      name: name[state.space.lang],
      color,
      displayOrder,
      templateSummary: null,
      templateDescription: null,
    });
  return new Reply(201, wireProject(project), { Location: `${ctx.origin}/projects/${projectKey}` });
}

function namedUser(ctx: DemoContext): UserRow {
  const user = ctx.state.users.get(ctx.params.requiredInt('userId'));
  if (!user) throw notFound('user');
  return user;
}

function addMember(ctx: DemoContext) {
  const project = pathProject(ctx);
  const user = namedUser(ctx);
  if (!project.memberIds.includes(user.id)) project.memberIds.push(user.id);
  return wireUser(ctx, user);
}

function removeMember(ctx: DemoContext) {
  const project = pathProject(ctx);
  const user = namedUser(ctx);
  if (!project.memberIds.includes(user.id)) throw notFound('user');
  project.memberIds = project.memberIds.filter((id) => id !== user.id);
  project.administratorIds = project.administratorIds.filter((id) => id !== user.id);
  return wireUser(ctx, user);
}

export const projectRoutes: Route[] = [
  route('GET', '/projects', list),
  route('POST', '/projects', create, { access: spaceAdmin }),
  route('GET', '/projects/:project', (ctx) => wireProject(pathProject(ctx)), { access: everyone }),
  route('PATCH', '/projects/:project', update, { access: projectAdmin }),
  route('GET', '/projects/:project/users', (ctx) => people(ctx, pathProject(ctx).memberIds)),
  route('POST', '/projects/:project/users', addMember, { access: projectAdmin }),
  route('DELETE', '/projects/:project/users', removeMember, { access: projectAdmin }),
  route('GET', '/projects/:project/administrators', (ctx) => people(ctx, pathProject(ctx).administratorIds)),
  route('GET', '/projects/:project/teams', (ctx) => {
    pathProject(ctx);
    return [];
  }),
  route(
    'GET',
    '/projects/:project/image',
    (ctx) => {
      const project = pathProject(ctx);
      return letterIcon(project.id, project.projectKey);
    },
    { rate: 'icon' },
  ),
];
