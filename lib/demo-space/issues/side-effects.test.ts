import { describe, expect, it } from 'vitest';
import { IDS, testSpace } from '../testing';

describe('what a PATCH leaves behind', () => {
  it('is one comment with a change log of display strings', async () => {
    const { json } = testSpace();
    const form =
      'statusId=2&assigneeId=2&dueDate=2026-12-01&milestoneId[]=400&milestoneId[]=401&customField_3=5&comment=x';
    await json('PATCH', '/issues/DEMO-1', { form });
    expect(await json('GET', '/issues/DEMO-1/comments')).toMatchObject([
      {
        content: 'x',
        createdUser: { id: IDS.admin },
        changeLog: [
          { field: 'status', originalValue: '未対応', newValue: '処理中' },
          { field: 'assigner', originalValue: null, newValue: '一般 花子' },
          { field: 'milestone', originalValue: null, newValue: 'Sprint 1, Sprint 2' },
          { field: 'limitDate', originalValue: null, newValue: '2026/12/01', attributeInfo: null },
          { field: '属性3', originalValue: '', newValue: '5', attributeInfo: { id: 3, typeId: 3 } },
        ],
        notifications: [{ reason: 1, user: { id: IDS.normal } }],
      },
    ]);
    expect(await json('GET', '/issues/DEMO-1/comments/count')).toEqual({ count: 1 });
  });

  it('is one activity of type 2, or 3 when there was only a comment', async () => {
    const { call, space } = testSpace();
    await call('PATCH', '/issues/DEMO-1', { form: 'statusId=4' });
    await call('PATCH', '/issues/DEMO-1', { form: 'comment=x' });
    expect(space.state.activities.all()).toMatchObject([
      {
        type: 2,
        content: { id: IDS.issue, key_id: 1, changes: [{ field: 'status', old_value: '1', new_value: '4' }] },
      },
      { type: 3, content: { comment: { content: 'x' }, changes: [] } },
    ]);
  });

  it('notifies the assignee and the people named, never the one who did it', async () => {
    const { call, space } = testSpace();
    await call('PATCH', '/issues/DEMO-2', { form: 'statusId=2&notifiedUserId[]=3&notifiedUserId[]=1' });
    expect(space.state.notifications.all().map((row) => [row.userId, row.reason])).toEqual([
      [3, 4],
      [2, 4],
    ]);
  });

  it('closes without touching the resolution', async () => {
    const { json } = testSpace();
    expect(await json('PATCH', '/issues/DEMO-1', { form: 'statusId=4' })).toMatchObject({
      status: { id: 4 },
      resolution: null,
    });
  });

  it('is the same for an edit made in the name of another person by the control, which is not logged', async () => {
    const { control, json } = testSpace();
    await control('POST', 'edit', {
      issueKey: 'DEMO-1',
      fields: { statusId: 3, categoryId: [300] },
      as: 'user2',
    });
    expect(await json('GET', '/issues/DEMO-1')).toMatchObject({
      status: { id: 3 },
      category: [{ id: 300 }],
      updatedUser: { id: IDS.normal },
    });
    const log = await (await control('GET', 'log')).json();
    expect(log).toMatchObject([{ method: 'GET' }]);
  });
});

describe('POST /issues', () => {
  const base = `projectId=${IDS.demo}&summary=x&priorityId=3`;

  it('answers 201 with the place of the issue, in status 1 whatever was asked', async () => {
    const { call } = testSpace();
    const form = `${base}&issueTypeId=${IDS.task}&statusId=4`;
    const response = await call('POST', '/issues', { form });
    expect(response.status).toBe(201);
    expect(response.headers.get('location')).toBe('http://127.0.0.1:4010/view/DEMO-3');
    expect(await response.json()).toMatchObject({ issueKey: 'DEMO-3', status: { id: 1 }, description: '' });
  });

  it('refuses without a required custom field of the type', async () => {
    const { call } = testSpace();
    const form = `${base}&issueTypeId=${IDS.bug}`;
    expect((await call('POST', '/issues', { form })).status).toBe(400);
    expect((await call('POST', '/issues', { form: `${form}&customField_1=x` })).status).toBe(201);
  });

  it('deletes for administrators, with everything that hung on it', async () => {
    const { call, json, space } = testSpace();
    await call('PATCH', '/issues/DEMO-2', { form: 'parentIssueId=1000&comment=x' });
    expect(await json('DELETE', '/issues/DEMO-1')).toMatchObject({ issueKey: 'DEMO-1' });
    expect((await call('GET', '/issues/DEMO-1')).status).toBe(404);
    expect(space.state.issues.get(IDS.second)?.parentIssueId).toBeNull();
  });
});
