import type { BacklogIssue, BacklogUser } from '@/lib/backlog/schemas/issue';
import type { PlanReference } from '@/lib/bulk/plan-reference';
import type { IssueRow, ProjectReference, SpaceReference } from '@/lib/columns/issue-row';

/** The reference data in the form that planning reads. */
export function planReferenceOf(reference: SpaceReference): PlanReference {
  return {
    projects: new Map(
      reference.projects.map((project) => [
        project.id,
        {
          projectKey: project.projectKey,
          name: project.name,
          subtaskingEnabled: project.subtaskingEnabled,
          statuses: project.statuses,
          issueTypes: project.issueTypes,
          milestones: project.milestones,
          categories: project.categories,
          customFields: project.customFields,
          memberIds: new Set(project.members.map((member) => member.id)),
        },
      ]),
    ),
    priorities: reference.priorities,
    resolutions: reference.resolutions,
  };
}

const person = (id: number, name: string): BacklogUser => ({ id, userId: null, name, roleType: 0 });

/**
 * A table row as the issue that planning takes, so the live figures come from the same rules as the preview. What the
 * row does not know (values of custom fields, a closed parent) is found by the preview alone.
 */
export function rowAsIssue(
  row: IssueRow,
  projects: ReadonlyMap<number, ProjectReference>,
  reference: SpaceReference,
): BacklogIssue {
  const { projectId } = row;
  const project = projects.get(projectId);
  const nameIn = (list: readonly { id: number; name: string }[] | undefined, id: number) =>
    list?.find((each) => each.id === id)?.name ?? String(id);
  const status = project?.statuses.find((each) => each.id === row.statusId);
  const type = project?.issueTypes.find((each) => each.id === row.issueTypeId);
  const versionOf = (id: number) => ({
    id,
    projectId,
    name: nameIn(project?.milestones, id),
    startDate: null,
    releaseDueDate: null,
    archived: project?.milestones.find((each) => each.id === id)?.archived ?? false,
    displayOrder: 0,
  });
  return {
    id: row.id,
    projectId,
    issueKey: row.issueKey,
    keyId: 0,
    issueType: {
      id: row.issueTypeId,
      projectId,
      name: type?.name ?? String(row.issueTypeId),
      color: type?.color ?? '',
      displayOrder: 0,
    },
    summary: row.summary,
    description: null,
    resolution:
      row.resolutionId === null
        ? null
        : { id: row.resolutionId, name: nameIn(reference.resolutions, row.resolutionId) },
    priority: { id: row.priorityId, name: nameIn(reference.priorities, row.priorityId) },
    status: {
      id: row.statusId,
      projectId,
      name: status?.name ?? String(row.statusId),
      color: status?.color ?? '',
      displayOrder: 0,
    },
    assignee: row.assigneeId === null ? null : person(row.assigneeId, row.assigneeName ?? ''),
    category: row.categoryIds.map((id) => ({
      id,
      projectId,
      name: nameIn(project?.categories, id),
      displayOrder: 0,
    })),
    versions: row.versionIds.map(versionOf),
    milestone: row.milestoneIds.map(versionOf),
    startDate: row.startDate,
    dueDate: row.dueDate,
    estimatedHours: row.estimatedHours,
    actualHours: row.actualHours,
    parentIssueId: row.parentIssueId,
    createdUser: person(0, ''),
    created: row.updated,
    updatedUser: null,
    updated: row.updated,
    customFields: [],
  };
}
