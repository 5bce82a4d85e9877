import type { DemoSpace } from './app';
import { createDemoSpace } from './app';
import type { CustomFieldRow, CustomFieldType, IssueRow, ProjectRow, RoleType } from './rows';
import type { DemoSpaceOptions } from './runtime';
import { SpaceState } from './state';
import { DEFAULT_STATUSES } from './wire/fixed-names';

/** Ids of the small space that tests use. */
export const IDS = {
  admin: 1,
  normal: 2,
  reporter: 3,
  viewer: 4,
  guestReporter: 5,
  guestViewer: 6,
  english: 7,
  outsider: 8,
  demo: 10,
  other: 20,
  task: 100,
  bug: 101,
  otherTask: 200,
  design: 300,
  code: 301,
  sprint1: 400,
  sprint2: 401,
  otherSprint: 402,
  issue: 1000,
  second: 1001,
  foreign: 1002,
} as const;

const START = Date.parse('2026-11-01T00:00:00Z');

function project(id: number, projectKey: string, memberIds: number[]): ProjectRow {
  return {
    id,
    projectKey,
    name: projectKey,
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
    displayOrder: 0,
    useDevAttributes: true,
    memberIds,
    administratorIds: [],
    nextKeyId: 1,
  };
}

function field(typeId: CustomFieldType): CustomFieldRow {
  const item = (id: number) => ({ id, name: `選択${id}`, displayOrder: id });
  return {
    id: typeId,
    projectId: IDS.demo,
    typeId,
    version: START,
    name: `属性${typeId}`,
    description: '',
    required: typeId === 1,
    applicableIssueTypes: typeId === 1 ? [IDS.bug] : [],
    displayOrder: typeId,
    min: null,
    max: typeId === 3 ? 100 : null,
    initialValue: null,
    unit: null,
    initialDate: null,
    items: typeId >= 5 ? [item(1), item(2), item(3)] : [],
    allowAddItem: false,
    allowInput: typeId >= 7,
  };
}

/** An issue of the small space; `given` replaces any member. */
export function issueRow(given: Partial<IssueRow> & { id: number; keyId: number }): IssueRow {
  return {
    projectId: IDS.demo,
    issueTypeId: IDS.task,
    summary: '件名',
    description: '',
    resolutionId: null,
    priorityId: 3,
    statusId: 1,
    assigneeId: null,
    categoryIds: [],
    versionIds: [],
    milestoneIds: [],
    startDate: null,
    dueDate: null,
    estimatedHours: null,
    actualHours: null,
    parentIssueId: null,
    createdUserId: IDS.admin,
    created: START,
    updatedUserId: IDS.admin,
    updated: START,
    customFields: {},
    attachmentIds: [],
    sharedFileIds: [],
    stars: [],
    ...given,
  };
}

function addPeople(state: SpaceState): void {
  const roles: [number, RoleType, string][] = [
    [IDS.admin, 1, '管理 太郎'],
    [IDS.normal, 2, '一般 花子'],
    [IDS.reporter, 3, '報告 次郎'],
    [IDS.viewer, 4, '閲覧 三郎'],
    [IDS.guestReporter, 5, '客 四郎'],
    [IDS.guestViewer, 6, '客 五郎'],
    [IDS.english, 2, 'Emma'],
    [IDS.outsider, 2, '部外 六郎'],
  ];
  for (const [id, roleType, name] of roles)
    state.users.add({
      id,
      userId: `user${id}`,
      name,
      roleType,
      lang: id === IDS.english ? 'en' : 'ja',
      mailAddress: `user${id}@example.com`,
      nulabAccount: null,
      keyword: name,
      lastLoginTime: null,
      apiKeys: [`key-${id}`],
    });
}

function addParts(state: SpaceState): void {
  const type = (id: number, projectId: number, name: string) =>
    state.issueTypes.add({
      id,
      projectId,
      name,
      color: '#7ea800',
      displayOrder: 0,
      templateSummary: null,
      templateDescription: null,
    });
  type(IDS.task, IDS.demo, 'タスク');
  type(IDS.bug, IDS.demo, 'バグ');
  type(IDS.otherTask, IDS.other, 'タスク');
  state.categories.add({ id: IDS.design, projectId: IDS.demo, name: 'デザイン', displayOrder: 0 });
  state.categories.add({ id: IDS.code, projectId: IDS.demo, name: '開発', displayOrder: 1 });
  const version = (id: number, projectId: number, name: string) =>
    state.versions.add({
      id,
      projectId,
      name,
      description: null,
      startDate: null,
      releaseDueDate: '2026-12-01',
      archived: false,
      displayOrder: id,
    });
  version(IDS.sprint1, IDS.demo, 'Sprint 1');
  version(IDS.sprint2, IDS.demo, 'Sprint 2');
  version(IDS.otherSprint, IDS.other, 'Sprint 1');
  for (const typeId of [1, 2, 3, 4, 5, 6, 7, 8] as const) state.customFields.add(field(typeId));
}

/** Two projects, a person of every role, every kind of custom field, three issues. */
export function smallState(): SpaceState {
  const state = new SpaceState(
    {
      spaceKey: 'demo',
      name: 'デモ',
      ownerId: IDS.admin,
      lang: 'ja',
      timezone: 'Asia/Tokyo',
      reportSendTime: '18:00:00',
      textFormattingRule: 'markdown',
      created: START,
      updated: START,
      notification: { content: '', updated: null },
    },
    {
      licenceTypeId: 51,
      attribute: true,
      attributeLimit: 100,
      parentChildIssue: true,
      grandchildIssueEnabled: false,
      storageLimit: 0,
      issueLimit: 0,
      projectLimit: 0,
      userLimit: 0,
      startedOn: START,
      limitDate: null,
    },
  );
  addPeople(state);
  state.projects.add(project(IDS.demo, 'DEMO', [1, 2, 3, 4, 5, 6, 7]));
  state.projects.add(project(IDS.other, 'OTHER', [IDS.outsider]));
  for (const projectId of [IDS.demo, IDS.other])
    state.setStatuses(
      projectId,
      DEFAULT_STATUSES.map((row) => ({ ...row, projectId, name: row.name.ja })),
    );
  addParts(state);
  state.addIssue(issueRow({ id: IDS.issue, keyId: 1, summary: '見積もりの再確認' }));
  state.addIssue(issueRow({ id: IDS.second, keyId: 2, assigneeId: IDS.normal }));
  state.addIssue(issueRow({ id: IDS.foreign, keyId: 1, projectId: IDS.other, issueTypeId: IDS.otherTask }));
  return state;
}

export interface TestSpace {
  space: DemoSpace;
  /** Epoch milliseconds that the space believes it is. */
  clock: { now: number };
  /** Calls the API as a person of the small space (the administrator unless given). */
  call(method: string, path: string, options?: { form?: string; as?: number }): Promise<Response>;
  /** As `call`, with the JSON of the answer. */
  json(method: string, path: string, options?: { form?: string; as?: number }): Promise<unknown>;
  control(method: string, path: string, body?: unknown): Promise<Response>;
}

const ORIGIN = 'http://127.0.0.1:4010';
const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' };

/** A space with the small content, a clock that stands still and no waiting. */
export function testSpace(options: Partial<DemoSpaceOptions> = {}): TestSpace {
  const clock = { now: Date.parse('2026-11-22T03:00:00.250Z') };
  const space = createDemoSpace({
    buildState: smallState,
    clock: () => clock.now,
    sleep: () => Promise.resolve(),
    ...options,
  });
  const call: TestSpace['call'] = (method, path, { form, as = IDS.admin } = {}) =>
    space.handle(
      new Request(`${ORIGIN}/api/v2${path}`, {
        method,
        headers: { 'Backlog-API-Key': `key-${as}`, ...(form === undefined ? {} : FORM) },
        ...(form === undefined ? {} : { body: form }),
      }),
    );
  return {
    space,
    clock,
    call,
    json: async (method, path, given) => (await call(method, path, given)).json(),
    control: (method, path, body) =>
      space.handle(
        new Request(`${ORIGIN}/_demo/${path}`, {
          method,
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        }),
      ),
  };
}
