import { draftIssue } from './base-issues';
import { edgeSubjects } from './content/edge-subjects';
import { addDays } from './dates';
import type { IssueDraft, SeedScope } from './draft';
import type { ProjectSeed } from './project-seed';
import type { SubjectSource } from './subjects';

interface Source {
  readonly project: ProjectSeed;
  readonly subjects: SubjectSource;
}

/** Issues whose texts and dates are hard to handle, most of them open so that they are seen. */
export function edgeIssues(scope: SeedScope, source: Source): IssueDraft[] {
  const { prng, today } = scope;
  const drafts = edgeSubjects.map((edge, index) =>
    draftIssue(scope, source.project, source.subjects, {
      ...edge,
      kind: 'task',
      statusId: index % 5 === 4 ? 3 : (index % 2) + 1,
      createdDay: addDays(today, -prng.int(4, 60)),
    }),
  );
  const backwards = Array.from({ length: 3 }, () => {
    const dueDate = addDays(today, prng.int(3, 20));
    return draftIssue(scope, source.project, source.subjects, {
      statusId: 1,
      startDate: addDays(dueDate, prng.int(2, 10)),
      dueDate,
    });
  });
  const bare = draftIssue(scope, source.project, source.subjects, {
    kind: 'other',
    statusId: 1,
    description: '',
    assigneeId: null,
    categoryIds: [],
    versionIds: [],
    milestoneIds: [],
    startDate: null,
    dueDate: null,
    estimatedHours: null,
    actualHours: null,
    customFields: {},
    history: false,
  });
  return [...drafts, ...backwards, bare];
}
