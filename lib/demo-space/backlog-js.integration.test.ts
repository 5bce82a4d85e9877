import { Error as BacklogErrors, Option, Types } from 'backlog-js';
import { beforeEach, describe, expect, test } from 'vitest';
import { first, type JudgedSpace, judgedSpace } from './testing/backlog-js-space';

const PROJECT = 'WEB';

describe('reads', () => {
  const judged = judgedSpace();
  const admin = judged.as('demo-admin-key');
  const { state } = judged.space;
  const projectId = state.projectByKey(PROJECT)?.id ?? 0;

  test('space, its notice, disk usage, licence and rate limit', async () => {
    const space = await admin.getSpace();
    const usage = await admin.getSpaceDiskUsage();
    const { rateLimit } = await admin.getRateLimit();
    expect(space).toMatchObject({ spaceKey: 'hoshikawa', timezone: 'Asia/Tokyo', lang: 'ja' });
    expect((await admin.getSpaceNotification()).content).not.toBe('');
    expect(usage.details.map((detail) => detail.projectId)).toContain(projectId);
    expect(await admin.getProjectsDiskUsage(PROJECT)).toMatchObject({ projectId });
    expect(await admin.getLicence()).toMatchObject({ active: true, attribute: true, parentChildIssue: true });
    expect(Object.keys(rateLimit)).toEqual(['read', 'update', 'search', 'icon']);
    expect(rateLimit.read).toMatchObject({ limit: 600 });
  });

  test('myself, people and their pictures', async () => {
    const myself = await admin.getMyself();
    const people = await admin.getUsers();
    expect(myself).toMatchObject({
      userId: 'takahashi',
      name: '高橋 彩',
      roleType: Types.ClassicRoleType.Admin,
    });
    expect(people).toHaveLength(12);
    expect(await admin.getUser(myself.id)).toEqual(myself);
    expect((await admin.getUserIcon(myself.id)).contentType).toMatch(/^image\//);
    expect((await admin.getSpaceIcon()).contentType).toMatch(/^image\//);
    expect((await admin.getProjectIcon(PROJECT)).contentType).toMatch(/^image\//);
  });

  test('projects with their people, by id and by key', async () => {
    const projects = await admin.getProjects();
    const users = await admin.getProjectUsers(PROJECT);
    expect(projects.map((project) => project.projectKey)).toEqual(['WEB', 'APP']);
    expect(await admin.getProject(projectId)).toEqual(await admin.getProject(PROJECT));
    expect(await admin.getProjects({ archived: true })).toEqual([]);
    expect(users.map((user) => user.userId)).toContain('suzuki');
    expect((await admin.getProjectAdministrators(PROJECT)).map((user) => user.userId)).toEqual(['suzuki']);
    expect(await admin.getProjectTeams(PROJECT)).toEqual([]);
    expect((await admin.getSharedFiles(PROJECT, '', {})).length).toBeGreaterThan(0);
  });

  test('statuses, types, categories, versions, custom fields, priorities and resolutions', async () => {
    const statuses = await admin.getProjectStatuses(PROJECT);
    const fields = await admin.getCustomFields(PROJECT);
    expect(statuses.map((status) => status.name)).toEqual([
      '未対応',
      '処理中',
      'レビュー待ち',
      '顧客確認中',
      '処理済み',
      '完了',
    ]);
    expect((await admin.getIssueTypes(PROJECT)).map((type) => type.name)).toEqual([
      'タスク',
      'バグ',
      '要望',
      'その他',
    ]);
    expect((await admin.getCategories(PROJECT)).map((category) => category.name)).toContain('ｷｬﾝﾍﾟｰﾝ');
    expect((await admin.getVersions(PROJECT)).some((version) => version.archived)).toBe(true);
    expect(new Set(fields.map((field) => field.typeId)).size).toBe(8);
    expect((await admin.getPriorities()).map((priority) => priority.id)).toEqual([2, 3, 4]);
    expect((await admin.getResolutions()).map((resolution) => resolution.id)).toEqual([0, 1, 2, 3, 4]);
  });

  test('names follow the language of the person who asks', async () => {
    const english = judged.as('demo-carter-key');
    expect((await english.getPriorities()).map((priority) => priority.name)).toEqual([
      'High',
      'Normal',
      'Low',
    ]);
    expect(first(await english.getProjectStatuses(PROJECT)).name).toBe('Open');
    expect(first(await english.getResolutions()).name).toBe('Fixed');
  });

  test('issues: list, count and single agree, and a walk sees each issue once', async () => {
    const { count } = await admin.getIssuesCount({ projectId: [projectId] });
    const seen: number[] = [];
    for (let offset = 0; offset < count; offset += 20) {
      const page = await admin.getIssues({ projectId: [projectId], sort: 'created', order: 'asc', offset });
      seen.push(...page.map((issue) => issue.id));
    }
    const issue = await admin.getIssue(first(seen));
    expect(new Set(seen).size).toBe(count);
    expect(issue).toEqual(await admin.getIssue(issue.issueKey));
    for (const name of ['resolution', 'assignee', 'startDate', 'dueDate', 'actualHours', 'parentIssueId']) {
      expect(issue).toHaveProperty(name);
    }
    expect(issue.created).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  });

  test('issues: filters narrow the list and the count alike', async () => {
    const base = { projectId: [projectId] };
    const all = state.issues.in(projectId);
    const expectCount = async (
      params: Option.Issue.GetIssuesParams,
      matches: (row: (typeof all)[number]) => boolean,
    ) => {
      const expected = all.filter(matches).map((row) => row.id);
      const listed = await admin.getIssues({ ...base, ...params, count: 100 });
      expect((await admin.getIssuesCount({ ...base, ...params })).count).toBe(expected.length);
      expect(listed.map((issue) => issue.id).sort()).toEqual([...expected].sort());
      expect(expected.length).toBeGreaterThan(0);
    };
    const holder = first(all.flatMap((row) => row.assigneeId ?? []));
    const milestone = first(all.flatMap((row) => row.milestoneIds));
    const child = first(all.filter((row) => row.parentIssueId !== null));
    await expectCount({ statusId: [1, 2] }, (row) => row.statusId <= 2);
    await expectCount({ assigneeId: [holder] }, (row) => row.assigneeId === holder);
    await expectCount({ milestoneId: [milestone] }, (row) => row.milestoneIds.includes(milestone));
    await expectCount({ priorityId: [2] }, (row) => row.priorityId === 2);
    await expectCount(
      { dueDateSince: '2026-11-22' },
      (row) => row.dueDate !== null && row.dueDate >= '2026-11-22',
    );
    await expectCount({ id: [child.id] }, (row) => row.id === child.id);
    await expectCount(
      { parentIssueId: [child.parentIssueId ?? 0] },
      (row) => row.parentIssueId === child.parentIssueId,
    );
    await expectCount(
      { parentChild: Option.Issue.ParentChildType.ChildOrGrandchild },
      (row) => row.parentIssueId !== null,
    );
    await expectCount({ keyword: 'ﾊﾝｶｸ' }, (row) => row.summary.includes('ﾊﾝｶｸ'));
  });

  test('comments with the change log, and who takes part', async () => {
    const row = first(state.issues.all().filter((issue) => state.comments.in(issue.id).length >= 2));
    const comments = await admin.getIssueComments(row.id, { count: 100, order: 'asc' });
    expect((await admin.getIssueCommentsCount(row.id)).count).toBe(comments.length);
    expect(await admin.getIssueComment(row.id, first(comments).id)).toEqual(first(comments));
    expect(await admin.getIssueComments(row.id, { minId: first(comments).id })).not.toContainEqual(
      first(comments),
    );
    expect(comments.some((comment) => comment.changeLog.length > 0)).toBe(true);
    expect((await admin.getIssueParticipants(row.id)).map((user) => user.id)).toContain(row.createdUserId);
    expect(await admin.getIssueCommentNotifications(row.id, first(comments).id)).toBeInstanceOf(Array);
  });

  test('attachments come back as named files', async () => {
    const row = first(state.issues.all().filter((issue) => issue.attachmentIds.length > 0));
    const file = first(await admin.getIssueAttachments(row.id));
    const download = await admin.getIssueAttachment(row.id, file.id);
    expect(download).toMatchObject({ filename: file.name });
    expect(await admin.getIssueSharedFiles(row.id)).toEqual([]);
  });
});

describe('writes', () => {
  let judged: JudgedSpace;
  let projectId: number;
  beforeEach(() => {
    judged = judgedSpace();
    projectId = judged.space.state.projectByKey(PROJECT)?.id ?? 0;
  });

  async function newIssue(): Promise<string> {
    const admin = judged.as('demo-admin-key');
    const required = first((await admin.getCustomFields(PROJECT)).filter((field) => field.required));
    const issue = await admin.postIssue({
      projectId,
      summary: '新しい課題',
      issueTypeId: first(await admin.getIssueTypes(PROJECT)).id,
      priorityId: 3,
      [`customField_${required.id}`]: 1,
    });
    return issue.issueKey;
  }

  test('an issue is created in 未対応, and a missing required custom field is refused', async () => {
    const admin = judged.as('demo-admin-key');
    const key = await newIssue();
    expect(judged.row(key)).toMatchObject({ statusId: 1, summary: '新しい課題', projectId });
    const issueTypeId = first(await admin.getIssueTypes(PROJECT)).id;
    await expect(
      admin.postIssue({ projectId, summary: '不足', issueTypeId, priorityId: 3 }),
    ).rejects.toMatchObject({
      status: 400,
      body: { errors: [{ code: 7 }] },
    });
  });

  test('a PATCH changes what it names, and leaves a comment, a change log, an activity and a notice', async () => {
    const admin = judged.as('demo-admin-key');
    const suzuki = judged.as('demo-suzuki-key');
    const key = await newIssue();
    judged.advance(60_000);
    const assigneeId = (await suzuki.getMyself()).id;
    const before = await suzuki.getNotificationsCount({ alreadyRead: false, resourceAlreadyRead: false });
    const issue = await admin.patchIssue(key, {
      assigneeId,
      statusId: 2,
      dueDate: '2026-12-01',
      comment: '引き継ぎます',
    });
    const comment = first(await admin.getIssueComments(key, { count: 1 }));
    const activity = first(await admin.getProjectActivities(PROJECT, { count: 1 }));
    const after = await suzuki.getNotificationsCount({ alreadyRead: false, resourceAlreadyRead: false });
    expect(issue).toMatchObject({ dueDate: '2026-12-01T00:00:00Z', updated: '2026-11-22T01:01:00Z' });
    expect(judged.row(key)).toMatchObject({ assigneeId, statusId: 2, dueDate: '2026-12-01' });
    expect(comment.content).toBe('引き継ぎます');
    expect(comment.changeLog.map((log) => [log.field, log.originalValue, log.newValue])).toEqual([
      ['status', '未対応', '処理中'],
      ['assigner', null, '鈴木 健太'],
      ['limitDate', null, '2026/12/01'],
    ]);
    expect(activity).toMatchObject({
      type: 2,
      content: { changes: [{ field: 'status', new_value: '2', old_value: '1' }, {}, {}] },
    });
    expect(after.count).toBe(before.count + 1);
  });

  test('完了理由 0 is stored and closing leaves an absent one absent', async () => {
    const admin = judged.as('demo-admin-key');
    const key = await newIssue();
    expect((await admin.patchIssue(key, { statusId: 4 })).resolution).toBeNull();
    expect((await admin.patchIssue(key, { resolutionId: 0 })).resolution).toEqual({
      id: 0,
      name: '対応済み',
    });
  });

  test('a PATCH that neither changes nor says anything is refused with code 7', async () => {
    const admin = judged.as('demo-admin-key');
    const key = await newIssue();
    await expect(admin.patchIssue(key, { statusId: 1 })).rejects.toMatchObject({
      status: 400,
      body: { errors: [{ code: 7 }] },
    });
    expect(await admin.getIssueCommentsCount(key)).toEqual({ count: 0 });
  });

  test('comments: add, change, delete', async () => {
    const member = judged.as('demo-member-key');
    const key = await newIssue();
    const comment = await member.postIssueComments(key, { content: '確認しました' });
    const id = comment.id;
    expect((await member.patchIssueComment(key, id, { content: '確認しました。' })).content).toBe(
      '確認しました。',
    );
    await member.postIssueCommentNotifications(key, id, {
      notifiedUserId: [first(await member.getProjectUsers(PROJECT)).id],
    });
    expect(await member.getIssueCommentNotifications(key, id)).toHaveLength(1);
    await member.deleteIssueComment(key, id);
    expect(await member.getIssueCommentsCount(key)).toEqual({ count: 0 });
  });

  test('an upload becomes an attachment of the issue', async () => {
    const admin = judged.as('demo-admin-key');
    const key = await newIssue();
    const form = new FormData();
    form.append('file', new File(['ログ'], 'エラー, 1.txt', { type: 'text/plain' }));
    const upload = await admin.postSpaceAttachment(form);
    const issue = await admin.patchIssue(key, { attachmentId: [upload.id] });
    expect(issue.attachments).toMatchObject([{ name: 'エラー, 1.txt', size: 6 }]);
    await admin.deleteIssueAttachment(key, String(upload.id));
    expect(await admin.getIssueAttachments(key)).toEqual([]);
  });

  test('related issues: add, list, remove', async () => {
    const admin = judged.as('demo-admin-key');
    const [one, two] = [await newIssue(), await newIssue()];
    await admin.addRelatedIssue(one, { targetIssueId: judged.row(two).id });
    expect(await admin.getRelatedIssues(two)).toMatchObject([{ issueKey: one, type: 'RELATES' }]);
    await admin.removeRelatedIssue(one, judged.row(two).id);
    expect(await admin.getRelatedIssues(one)).toEqual([]);
  });

  test('versions: add, archive under the required name, delete', async () => {
    const admin = judged.as('demo-admin-key');
    const version = await admin.postVersions(PROJECT, {
      name: 'Sprint 25',
      startDate: '2026-11-23',
      releaseDueDate: '2026-12-04',
    });
    expect(version).toMatchObject({ archived: false, startDate: '2026-11-23T00:00:00Z' });
    expect(
      (await admin.patchVersions(PROJECT, version.id, { name: 'Sprint 25', archived: true })).archived,
    ).toBe(true);
    await admin.deleteVersions(PROJECT, version.id);
    expect((await admin.getVersions(PROJECT)).map((row) => row.name)).not.toContain('Sprint 25');
  });

  test('categories and types: add, rename, delete', async () => {
    const admin = judged.as('demo-admin-key');
    const category = await admin.postCategories(PROJECT, { name: '新設' });
    expect((await admin.patchCategories(PROJECT, category.id, { name: '改称' })).name).toBe('改称');
    await admin.deleteCategories(PROJECT, category.id);
    const type = await admin.postIssueType(PROJECT, { name: '障害', color: '#e30000' });
    await admin.patchIssueType(PROJECT, type.id, { name: '重大障害' });
    const substituteIssueTypeId = first(await admin.getIssueTypes(PROJECT)).id;
    expect((await admin.deleteIssueType(PROJECT, type.id, { substituteIssueTypeId })).name).toBe('重大障害');
  });

  test('statuses: add, reorder, delete with a substitute that the issues move to', async () => {
    const admin = judged.as('demo-admin-key');
    const key = await newIssue();
    const status = await admin.postProjectStatus(PROJECT, { name: '検証中', color: '#3b9dbd' });
    const ids = (await admin.getProjectStatuses(PROJECT)).map((row) => row.id);
    await admin.patchProjectStatus(PROJECT, status.id, { name: '検証待ち' });
    const order = [1, status.id, ...ids.filter((id) => id !== 1 && id !== status.id)];
    expect((await admin.patchProjectStatusOrder(PROJECT, order)).map((row) => row.id)).toEqual(order);
    await admin.patchIssue(key, { statusId: status.id });
    await admin.deleteProjectStatus(PROJECT, status.id, 2);
    expect(judged.row(key).statusId).toBe(2);
  });

  test('custom fields: add, change, items, delete', async () => {
    const admin = judged.as('demo-admin-key');
    const field = await admin.postCustomField(PROJECT, {
      typeId: Types.CustomFieldType.SingleList,
      name: '重要度',
      items: ['高', '低'],
    });
    expect(field.items?.map((item) => item.name)).toEqual(['高', '低']);
    await admin.patchCustomField(PROJECT, field.id, { name: '重大度' });
    await admin.postCustomFieldItem(PROJECT, field.id, { name: '最高' });
    const changed = await admin.patchCustomFieldItem(PROJECT, field.id, 1, { name: '中' });
    expect(changed.items?.map((item) => item.name)).toEqual(['中', '低', '最高']);
    await admin.deleteCustomFieldItem(PROJECT, field.id, 2);
    expect((await admin.deleteCustomField(PROJECT, field.id)).name).toBe('重大度');
  });

  test('projects: add with the default types and statuses, change, appoint, delete', async () => {
    const admin = judged.as('demo-admin-key');
    const project = await admin.postProject({
      name: '新規',
      key: 'NEW_1',
      chartEnabled: false,
      subtaskingEnabled: true,
      textFormattingRule: 'markdown',
    });
    const { id } = await admin.getMyself();
    expect(project).toMatchObject({ projectKey: 'NEW_1', archived: false });
    expect((await admin.getIssueTypes('NEW_1')).map((type) => type.name)).toEqual([
      'タスク',
      'バグ',
      '要望',
      'その他',
    ]);
    expect((await admin.getProjectStatuses('NEW_1')).map((status) => status.id)).toEqual([1, 2, 3, 4]);
    expect((await admin.patchProject('NEW_1', { archived: true })).archived).toBe(true);
    await admin.postProjectAdministrators('NEW_1', { userId: id });
    expect((await admin.getProjectAdministrators('NEW_1')).map((user) => user.id)).toEqual([id]);
    await admin.deleteProjectAdministrators('NEW_1', { userId: id });
    await admin.deleteProject('NEW_1');
    await expect(admin.getProject(project.id)).rejects.toMatchObject({ status: 404 });
  });

  test('stars are given once, counted for the author, and taken back', async () => {
    const member = judged.as('demo-member-key');
    const key = await newIssue();
    const author = judged.row(key).createdUserId;
    await member.postStar({ issueId: judged.row(key).id });
    await member.postStar({ issueId: judged.row(key).id });
    expect(await member.getUserStarsCount(author, {})).toEqual({ count: 1 });
    const star = first(await member.getUserStars(author, {}));
    expect(star.title).toContain(key);
    await member.removeStar(star.id);
    expect((await member.getIssue(key)).stars).toEqual([]);
  });

  test('members join and leave, and only an administrator deletes an issue', async () => {
    const admin = judged.as('demo-admin-key');
    const ito = await judged.as('demo-ito-key').getMyself();
    await admin.postProjectUser(PROJECT, String(ito.id));
    expect((await admin.getProjectUsers(PROJECT)).map((user) => user.id)).toContain(ito.id);
    await admin.deleteProjectUsers(PROJECT, { userId: ito.id });
    const key = await newIssue();
    await expect(judged.as('demo-member-key').deleteIssue(key)).rejects.toMatchObject({ status: 403 });
    await admin.deleteIssue(key);
    await expect(admin.getIssue(key)).rejects.toBeInstanceOf(BacklogErrors.BacklogApiError);
  });
});
