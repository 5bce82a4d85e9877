import type { ProjectReference } from '@/lib/columns/issue-row';

/** A project of tests; `members` are ids, called 人1 and so on. */
export function projectOf(
  id: number,
  projectKey: string,
  members: readonly number[],
  parts: Partial<ProjectReference> = {},
): ProjectReference {
  return {
    id,
    projectKey,
    name: projectKey,
    subtaskingEnabled: true,
    statuses: [
      { id: 1, name: '未対応', color: '#ed8077' },
      { id: 2, name: '処理中', color: '#4488c5' },
      { id: 3, name: '処理済み', color: '#5eb5a6' },
      { id: 4, name: '完了', color: '#b0be3c' },
    ],
    issueTypes: [],
    categories: [],
    milestones: [],
    members: members.map((member) => ({ id: member, name: `人${member}`, roleType: 2 })),
    customFields: [],
    ...parts,
  };
}
