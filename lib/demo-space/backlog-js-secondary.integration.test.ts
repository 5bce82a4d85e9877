import { beforeEach, describe, expect, test } from 'vitest';
import { first, type JudgedSpace, judgedSpace } from './testing/backlog-js-space';

const PROJECT = 'WEB';
const REPOSITORY = 'member-site';

let judged: JudgedSpace;
let projectId: number;
beforeEach(() => {
  judged = judgedSpace();
  projectId = judged.space.state.projectByKey(PROJECT)?.id ?? 0;
});

describe('activities', () => {
  test('of the space, a project and a person page by id, newest first', async () => {
    const admin = judged.as('demo-admin-key');
    const newest = await admin.getSpaceActivities({ count: 5 });
    const oldest = await admin.getSpaceActivities({ count: 100, order: 'asc' });
    const myself = await admin.getMyself();
    const older = await admin.getSpaceActivities({ count: 5, maxId: newest.at(-1)?.id ?? 0 });
    expect(newest.map((row) => row.id)).toEqual(newest.map((row) => row.id).sort((a, b) => b - a));
    expect(older.every((row) => row.id < (newest.at(-1)?.id ?? 0))).toBe(true);
    expect(first(oldest)).toMatchObject({ notifications: [], content: { key_id: expect.any(Number) } });
    const created = await admin.getProjectActivities(PROJECT, { activityTypeId: [1] });
    expect(created.length).toBeGreaterThan(0);
    expect(created.every((row) => row.type === 1 && row.project.projectKey === PROJECT)).toBe(true);
    const own = await admin.getUserActivities(myself.id, {});
    expect(own.every((row) => row.createdUser.id === myself.id)).toBe(true);
  });

  test('hide the projects one has not joined', async () => {
    const ito = judged.as('demo-ito-key');
    const rows = await ito.getSpaceActivities({ count: 100 });
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every((row) => row.project.projectKey === 'APP')).toBe(true);
    await expect(ito.getProjectActivities(PROJECT, {})).rejects.toMatchObject({
      status: 404,
      body: { errors: [{ code: 6 }] },
    });
  });
});

describe('notices', () => {
  test('are counted, read one by one and reset', async () => {
    const admin = judged.as('demo-admin-key');
    const suzuki = judged.as('demo-suzuki-key');
    const issue = first(await admin.getIssues({ projectId: [projectId], count: 1 }));
    const myself = await suzuki.getMyself();
    await admin.postIssueComments(issue.id, { content: 'お知らせします', notifiedUserId: [myself.id] });
    const notice = first(await suzuki.getNotifications({ count: 1 }));
    expect(notice).toMatchObject({
      alreadyRead: false,
      issue: { id: issue.id },
      comment: { content: 'お知らせします' },
    });
    await suzuki.markAsReadNotification(notice.id);
    expect(first(await suzuki.getNotifications({ count: 1 }))).toMatchObject({
      alreadyRead: true,
      resourceAlreadyRead: true,
    });
    await suzuki.resetNotificationsMarkAsRead();
    expect(await suzuki.get('notifications/count', { alreadyRead: false })).toEqual({ count: 0 });
    await expect(admin.markAsReadNotification(notice.id)).rejects.toMatchObject({ status: 404 });
  });
});

describe('watchings', () => {
  test('are added, noted, read and removed, each by their owner', async () => {
    const member = judged.as('demo-member-key');
    const myself = await member.getMyself();
    const before = await member.getWatchingListCount(myself.id, {});
    const watched = new Set(
      (await member.getWatchingListItems(myself.id, { count: 100 })).map((row) => row.issue.id),
    );
    const issues = await member.getIssues({ projectId: [projectId], count: 100 });
    const issueIdOrKey = first(issues.filter((issue) => !watched.has(issue.id))).issueKey;
    const added = await member.postWatchingListItem({ issueIdOrKey, note: '金曜に確認' });
    expect(added).toMatchObject({ type: 'issue', note: '金曜に確認', issue: { issueKey: issueIdOrKey } });
    expect((await member.patchWatchingListItem(added.id, '済み')).note).toBe('済み');
    await member.resetWatchingListItemAsRead(added.id);
    expect((await member.getWatchingListItem(added.id)).resourceAlreadyRead).toBe(true);
    expect((await member.getWatchingListCount(myself.id, {})).count).toBe(before.count + 1);
    await expect(judged.as('demo-suzuki-key').deletehWatchingListItem(added.id)).rejects.toMatchObject({
      status: 404,
    });
    await member.deletehWatchingListItem(added.id);
    expect(await member.getWatchingListCount(myself.id, {})).toEqual(before);
  });
});

describe('webhooks', () => {
  test('belong to the administrators of a project', async () => {
    const suzuki = judged.as('demo-suzuki-key');
    const hook = await suzuki.postWebhook(PROJECT, {
      name: '連携',
      hookUrl: 'https://example.com/hook',
      activityTypeIds: [1, 2],
    });
    const id = String(hook.id);
    expect(hook).toMatchObject({ allEvent: false, activityTypeIds: [1, 2] });
    expect((await suzuki.patchWebhook(PROJECT, id, { allEvent: true })).allEvent).toBe(true);
    expect(await suzuki.getWebhook(PROJECT, id)).toMatchObject({ name: '連携' });
    await suzuki.deleteWebhook(PROJECT, id);
    expect((await suzuki.getWebhooks(PROJECT)).map((row) => row.id)).not.toContain(hook.id);
    await expect(judged.as('demo-member-key').getWebhooks(PROJECT)).rejects.toMatchObject({
      status: 403,
      body: { errors: [{ code: 5 }] },
    });
  });
});

describe('wikis', () => {
  test('are listed, found by keyword, read, written and deleted', async () => {
    const member = judged.as('demo-member-key');
    const pages = await member.getWikis({ projectIdOrKey: PROJECT });
    expect((await member.getWikisCount(PROJECT)).count).toBe(pages.length);
    expect(await member.getWikis({ projectIdOrKey: PROJECT, keyword: '処理済み' })).toHaveLength(1);
    expect((await member.getWikisTags(PROJECT)).map((tag) => tag.name)).toContain('手順');
    const page = await member.postWiki({ projectId, name: '締めの記録', content: '# Sprint 24' });
    expect((await member.patchWiki(page.id, { content: '# Sprint 24\n\n完了' })).content).toContain('完了');
    expect(await member.getWikisHistory(page.id, {})).toMatchObject([{ version: 2 }, { version: 1 }]);
    expect(await member.getWiki(page.id)).toMatchObject({ attachments: [], sharedFiles: [], stars: [] });
    expect([await member.getWikisAttachments(page.id), await member.getWikisSharedFiles(page.id)]).toEqual([
      [],
      [],
    ]);
    expect(await member.getWikisStars(page.id)).toEqual([]);
    await expect(member.postWiki({ projectId, name: '締めの記録', content: '二つ目' })).rejects.toMatchObject(
      { status: 400, body: { errors: [{ code: 7 }] } },
    );
    await member.deleteWiki(page.id, false);
    await expect(member.getWiki(page.id)).rejects.toMatchObject({ status: 404 });
    const seen = await member.getProjectActivities(PROJECT, { activityTypeId: [5, 6, 7] });
    expect(seen.slice(0, 3)).toMatchObject(
      [7, 6, 5].map((type) => ({ type, content: { id: page.id, name: '締めの記録' } })),
    );
  });
});

describe('documents', () => {
  test('need an offset, form a tree, and are added and deleted', async () => {
    const member = judged.as('demo-member-key');
    const documents = await member.getDocuments({ projectId: [projectId], offset: 0, count: 100 });
    const tree = await member.getDocumentTree(PROJECT);
    expect(documents).toHaveLength(3);
    expect(tree.activeTree?.children.length).toBe(2);
    expect(tree.trashTree?.children).toHaveLength(1);
    expect(await member.getDocument(first(documents).id)).toEqual(first(documents));
    await expect(member.get('documents', {})).rejects.toMatchObject({ status: 400 });
    const added = await member.addDocument({ projectId, title: '引き継ぎ', content: '本文' });
    expect(added).toMatchObject({ title: '引き継ぎ', plain: '本文', childDocumentIds: [] });
    await member.deleteDocument(added.id);
    expect(await member.get('documents/count', { projectId: [projectId] })).toEqual({ count: 3 });
  });
});

describe('git', () => {
  test('repositories are read by id and by name', async () => {
    const member = judged.as('demo-member-key');
    const repository = first(await member.getGitRepositories(PROJECT));
    expect(repository).toMatchObject({ name: REPOSITORY, hookUrl: null });
    expect(await member.getGitRepository(PROJECT, String(repository.id))).toEqual(
      await member.getGitRepository(PROJECT, REPOSITORY),
    );
  });

  test('pull requests are listed, counted, opened, changed and discussed', async () => {
    const member = judged.as('demo-member-key');
    const open = await member.getPullRequests(PROJECT, REPOSITORY, { statusId: [1], count: 100 });
    const { count } = await member.getPullRequestsCount(PROJECT, REPOSITORY, { statusId: [1] });
    expect(open).toHaveLength(count);
    const issue = first(await member.getIssues({ projectId: [projectId], count: 1 }));
    const request = await member.postPullRequest(PROJECT, REPOSITORY, {
      summary: '表示を直す',
      description: '',
      base: 'main',
      branch: 'fix/view',
      issueId: issue.id,
    });
    const { number } = request;
    expect(request).toMatchObject({ status: { id: 1 }, issue: { id: issue.id }, mergeAt: null });
    expect(
      (await member.patchPullRequest(PROJECT, REPOSITORY, number, { summary: '表示を整える' })).summary,
    ).toBe('表示を整える');
    const comment = await member.postPullRequestComments(PROJECT, REPOSITORY, number, {
      content: '確認願います',
    });
    await member.patchPullRequestComments(PROJECT, REPOSITORY, number, comment.id, {
      content: '確認をお願いします',
    });
    expect(await member.getPullRequestComments(PROJECT, REPOSITORY, number, {})).toMatchObject([
      { content: '確認をお願いします' },
    ]);
    expect(await member.getPullRequestCommentsCount(PROJECT, REPOSITORY, number)).toEqual({ count: 1 });
    expect(await member.getPullRequestAttachments(PROJECT, REPOSITORY, number)).toEqual([]);
    expect(await member.getPullRequest(PROJECT, REPOSITORY, number)).toMatchObject({ number });
  });
});
