import { describe, expect, it } from 'vitest';
import type { ProjectReference } from '@/lib/columns/issue-row';
import { plainField } from './block-field';
import { composerFields, shownBlocks, typeDemand } from './composer-blocks';
import { customBlocks, customChoices, inProjects, requiredBlocks, takesFreeText } from './custom-fields';
import { draftOf, emptyDraft } from './draft';

type CustomField = ProjectReference['customFields'][number];

const custom = (id: number, typeId: number, name: string, own: Partial<CustomField> = {}): CustomField => ({
  id,
  typeId,
  name,
  required: false,
  applicableTypeIds: [],
  items: [],
  allowInput: false,
  ...own,
});
const project = (id: number, projectKey: string, customFields: CustomField[]): ProjectReference => ({
  id,
  projectKey,
  name: projectKey,
  subtaskingEnabled: true,
  statuses: [],
  issueTypes: [],
  categories: [],
  milestones: [],
  members: [],
  customFields,
});
const items = (...names: string[]) => names.map((name, index) => ({ id: index + 1, name }));
const web = project(1, 'WEB', [
  custom(11, 5, '影響', { items: items('大', '小') }),
  custom(12, 8, '起票元', { required: true, items: items('社内', '監視'), allowInput: true }),
  custom(13, 1, 'URL', { required: true, applicableTypeIds: [62] }),
  custom(14, 9, '未来の種類'),
]);
const ops = project(2, 'OPS', [
  custom(21, 5, '影響', { items: items('小', '中', '大') }),
  custom(22, 1, '起票元'),
]);

describe('custom fields of several projects', () => {
  it('one name and kind is one block with the id of each project; unknown kinds are left out', () => {
    const blocks = customBlocks([web, ops]);
    expect(blocks.map(({ key, target }) => [key, target.byProject])).toEqual([
      ['custom:5:影響', { '1': 11, '2': 21 }],
      ['custom:8:起票元', { '1': 12 }],
      ['custom:1:URL', { '1': 13 }],
      ['custom:1:起票元', { '2': 22 }],
    ]);
  });

  it('choices go by name: the ids of one project mean nothing in another', () => {
    const [impact] = customBlocks([web, ops]);
    expect(impact && customChoices(impact.target, [web, ops])).toMatchObject([
      { label: '大', byProject: { '1': 1, '2': 3 } },
      { label: '小', byProject: { '1': 2, '2': 1 } },
      { label: '中', byProject: { '2': 2 } },
    ]);
  });

  it('two choices of one name stay two entries', () => {
    const twice = project(3, 'APP', [custom(31, 5, '影響', { items: items('大', '大') })]);
    const [impact] = customBlocks([twice]);
    expect(impact && customChoices(impact.target, [twice]).map((choice) => choice.byProject)).toEqual([
      { '3': 1 },
      { '3': 2 },
    ]);
  });

  it('free text is offered only where a checkbox or radio field takes it', () => {
    const offered = customBlocks([web, ops]).filter(({ target }) => takesFreeText(target, [web, ops]));
    expect(offered.map(({ key }) => key)).toEqual(['custom:8:起票元']);
  });

  it('a block follows the selection into projects that were not selected when it was added', () => {
    const [alone] = customBlocks([web]);
    expect(alone && inProjects(alone, [web, ops]).target.byProject).toEqual({ '1': 11, '2': 21 });
    expect(alone && inProjects(alone, []).target.byProject).toEqual({ '1': 11 });
  });
});

describe('a new type', () => {
  const toBug = draftOf({ field: 'issueType', verb: 'set', to: { label: 'バグ', byProject: { '1': 62 } } });

  it('demands the required fields that it has, in the projects that have it', () => {
    const keys = (byProject: Record<string, number>) =>
      requiredBlocks({ byProject }, [web, ops]).map(({ key }) => key);
    expect(keys({ '1': 62 })).toEqual(['custom:8:起票元', 'custom:1:URL']);
    expect(keys({ '1': 61 })).toEqual(['custom:8:起票元']);
    expect(keys({ '2': 62 })).toEqual([]);
  });

  it('shows an empty block for each of them, once, and none without a type', () => {
    const filled = emptyDraft(customBlocks([web])[1] ?? plainField('status'));
    const shown = (drafts: readonly ReturnType<typeof emptyDraft>[]) =>
      shownBlocks(drafts, typeDemand(drafts, [web])).map(({ key }) => key);
    expect(shown([toBug])).toEqual(['issueType', 'custom:8:起票元', 'custom:1:URL']);
    expect(shown([toBug, filled])).toEqual(['issueType', 'custom:8:起票元', 'custom:1:URL']);
    expect(shown([emptyDraft(plainField('issueType'))])).toEqual(['issueType']);
  });
});

describe('fields to add', () => {
  it('are all that Backlog changes at once; custom ones stand before comment and notification', () => {
    const keys = composerFields([web]).map(({ key }) => key);
    expect(keys.slice(0, 3)).toEqual(['issueType', 'status', 'assignee']);
    expect(keys.slice(-3)).toEqual(['custom:1:URL', 'comment', 'notify']);
    expect(keys).toContain('parent');
  });

  it('leave the parent out where no project has parents', () => {
    const flat = { ...web, subtaskingEnabled: false };
    expect(composerFields([flat]).map(({ key }) => key)).not.toContain('parent');
    expect(composerFields([flat, ops]).map(({ key }) => key)).toContain('parent');
  });
});
