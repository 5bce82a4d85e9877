import { describe, expect, it } from 'vitest';
import { IDS, testSpace } from '../testing';

const ISSUE = '/issues/DEMO-1';

async function patch(form: string, as: number = IDS.admin) {
  const space = testSpace();
  const response = await space.call('PATCH', ISSUE, { form, as });
  return { ...space, response, body: await response.json() };
}

describe('PATCH /issues/:key', () => {
  it('changes what was sent, leaves the rest and answers with the whole issue', async () => {
    const { response, body } = await patch(
      'statusId=2&dueDate=2026-12-01&estimatedHours=1.25&milestoneId[]=400',
    );
    expect(response.status).toBe(200);
    expect(body).toMatchObject({
      issueKey: 'DEMO-1',
      summary: '見積もりの再確認',
      status: { id: 2, name: '処理中' },
      dueDate: '2026-12-01T00:00:00Z',
      estimatedHours: 1.25,
      milestone: [{ id: 400, releaseDueDate: '2026-12-01T00:00:00Z' }],
      resolution: null,
      assignee: null,
      parentIssueId: null,
      updated: '2026-11-22T03:00:00Z',
      updatedUser: { id: IDS.admin },
    });
  });

  it('stores resolution 0 as a value and clears with an empty one', async () => {
    const { body, json } = await patch('resolutionId=0');
    expect(body).toMatchObject({ resolution: { id: 0, name: '対応済み' } });
    expect(await json('PATCH', ISSUE, { form: 'resolutionId=' })).toMatchObject({ resolution: null });
  });

  it.each([
    ['assigneeId=2', 'assigneeId=', 'assignee', null],
    ['dueDate=2026-12-01', 'dueDate=', 'dueDate', null],
    ['startDate=2026-12-01', 'startDate=', 'startDate', null],
    ['estimatedHours=3', 'estimatedHours=', 'estimatedHours', null],
    ['actualHours=3', 'actualHours=', 'actualHours', null],
    ['parentIssueId=1001', 'parentIssueId=', 'parentIssueId', null],
    ['description=x', 'description=', 'description', ''],
    ['categoryId[]=300&categoryId[]=301', 'categoryId[]=', 'category', []],
    ['milestoneId[]=400', 'milestoneId[]=', 'milestone', []],
    ['versionId[]=400', 'versionId[]=', 'versions', []],
  ])('sets by %s and clears by %s', async (set, clear, member, empty) => {
    const { body, json } = await patch(set);
    expect(body).not.toMatchObject({ [member]: empty });
    expect(await json('PATCH', ISSUE, { form: 'comment=x' })).toHaveProperty(member, body[member]);
    expect(await json('PATCH', ISSUE, { form: clear })).toMatchObject({ [member]: empty });
  });

  it('replaces lists as a whole', async () => {
    const { json } = await patch('categoryId[]=300');
    expect(await json('PATCH', ISSUE, { form: 'categoryId[]=301' })).toMatchObject({
      category: [{ id: 301 }],
    });
  });

  it.each([
    'summary=',
    `summary=${'あ'.repeat(256)}`,
    `description=${'x'.repeat(100_001)}`,
    `comment=${'x'.repeat(50_001)}`,
    'statusId=99',
    'statusId=',
    'priorityId=1',
    'issueTypeId=200',
    'resolutionId=5',
    'assigneeId=8',
    'assigneeId=abc',
    'milestoneId[]=402',
    'categoryId[]=9999',
    'dueDate=2026-02-30',
    'estimatedHours=-1',
    'parentIssueId=1000',
    'parentIssueId=1002',
    'notifiedUserId[]=8&comment=x',
    'attachmentId[]=1',
    'customField_5=9',
    'customField_3=101',
    'customField_3=abc',
    'customField_1=x',
    'customField_5[0]=1&customField_5[1]=2',
    'issueTypeId=101',
  ])('refuses %.40s with code 7 and changes nothing', async (form) => {
    const { response, body, space } = await patch(`${form}&actualHours=9`);
    expect(response.status).toBe(400);
    expect(body).toMatchObject({ errors: [{ code: 7, moreInfo: '' }] });
    expect(space.state.issues.get(IDS.issue)).toMatchObject({ actualHours: null, updatedUserId: IDS.admin });
    expect(space.state.comments.size).toBe(0);
  });

  it('refuses a request that neither changes nor says anything', async () => {
    for (const form of ['', 'statusId=1', 'unknown=1', 'comment=', 'categoryId[]=']) {
      const { response, body } = await patch(form);
      expect(response.status).toBe(400);
      expect(body).toMatchObject({ errors: [{ code: 7 }] });
    }
  });

  it('refuses in the language of the caller', async () => {
    const { body } = await patch('summary=', IDS.english);
    expect(body).toMatchObject({
      errors: [{ message: 'The Subject must be no shorter than 1 and no longer than 255.' }],
    });
  });

  it('refuses JSON', async () => {
    const { space } = testSpace();
    const response = await space.handle(
      new Request(`http://127.0.0.1:4010/api/v2${ISSUE}`, {
        method: 'PATCH',
        headers: { 'Backlog-API-Key': 'key-1', 'Content-Type': 'application/json' },
        body: '{"statusId":2}',
      }),
    );
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ errors: [{ code: 7 }] });
  });

  it('stores every kind of custom field from every form of key', async () => {
    const form = [
      'customField_2=%E9%95%B7%E6%96%87',
      'customField_3=1.23456',
      'customField_4=2026-12-01',
      'customField_5=2',
      'customField_6[0]=1&customField_6[1]=3',
      'customField_7=1&customField_7=2&customField_7_otherValue=x',
      'customField_8=3&customField_8_otherValue=y',
    ].join('&');
    const { body } = await patch(form);
    expect(body.customFields).toMatchObject([
      { id: 2, fieldTypeId: 2, value: '長文' },
      { id: 3, value: 1.2346 },
      { id: 4, value: '2026-12-01T00:00:00Z' },
      { id: 5, value: { id: 2, name: '選択2' } },
      { id: 6, value: [{ id: 1 }, { id: 3 }] },
      { id: 7, value: [{ id: 1 }, { id: 2 }], otherValue: 'x' },
      { id: 8, value: { id: 3 }, otherValue: 'y' },
    ]);
  });

  it.each(['customField_6[]=', 'customField_6[0]=', 'customField_6='])(
    'clears a list field by %s',
    async (clear) => {
      const { json } = await patch('customField_6[]=1&customField_5=1');
      expect(await json('PATCH', ISSUE, { form: `${clear}&customField_5=` })).toMatchObject({
        customFields: [
          { id: 2 },
          { id: 3 },
          { id: 4 },
          { id: 5, value: null },
          { id: 6, value: [] },
          { id: 7 },
          { id: 8 },
        ],
      });
    },
  );
});
