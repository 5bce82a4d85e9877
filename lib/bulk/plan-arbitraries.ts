import fc from 'fast-check';
import type { BacklogIssue } from '@/lib/backlog/schemas/issue';
import type { Change, LabelledId, ProjectValue } from './changes';
import type { NamedValue } from './plan';
import {
  category,
  issueWith,
  milestone,
  OPS,
  priorities,
  reference,
  resolutions,
  status,
  user,
  WEB,
} from './plan-fixtures';

const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-11-${String(n).padStart(2, '0')}`);
const backlogDay = fc.option(day.map((value) => `${value}T00:00:00Z`));
const labelled = (values: NamedValue[]): fc.Arbitrary<LabelledId> =>
  fc.constantFrom(...values).map(({ id, name }) => ({ id, label: name }));

const people = [101, 102, 103].map((id) => ({ id, name: `人${id}` }));
const projectOf = (id: number) => {
  const project = reference.projects.get(id);
  if (project === undefined) throw new Error(`no project ${id}`);
  return project;
};

/** Any issue of the two projects, holding only values that its project has. */
export function anyIssue(id: number): fc.Arbitrary<BacklogIssue> {
  return fc.constantFrom(WEB, OPS).chain((projectId) => {
    const project = projectOf(projectId);
    return fc
      .record({
        status: fc.constantFrom(...project.statuses).map((one) => status(one.id, one.name, projectId)),
        resolution: fc.option(fc.constantFrom(...resolutions).map((one) => ({ ...one }))),
        priority: fc.constantFrom(...priorities).map((one) => ({ ...one })),
        assignee: fc.option(fc.constantFrom(...people).map((one) => user(one.id, one.name))),
        milestone: fc
          .subarray(project.milestones)
          .map((list) => list.map((one) => milestone(one.id, one.name, projectId))),
        category: fc
          .subarray(project.categories)
          .map((list) => list.map((one) => category(one.id, one.name, projectId))),
        startDate: backlogDay,
        dueDate: backlogDay,
        parentIssueId: fc.option(fc.constantFrom(9001, 9002, 9003)),
      })
      .map((fields) => issueWith({ id, projectId, ...fields }));
  });
}

export const anyIssues: fc.Arbitrary<BacklogIssue[]> = fc
  .uniqueArray(fc.integer({ min: 1000, max: 1030 }), { maxLength: 12 })
  .chain((ids) => fc.tuple(...ids.map((id) => anyIssue(id))));

const perProject = (field: 'statuses' | 'milestones' | 'categories'): fc.Arbitrary<ProjectValue> =>
  fc
    .record({
      web: fc.option(fc.constantFrom(...projectOf(WEB)[field], { id: 999, name: '消えた値' })),
      ops: fc.option(fc.constantFrom(...projectOf(OPS)[field])),
    })
    .map(({ web, ops }) => ({
      label: web?.name ?? ops?.name ?? '値',
      byProject: { ...(web && { [WEB]: web.id }), ...(ops && { [OPS]: ops.id }) },
    }));

const statuses = perProject('statuses');
const lists = { milestone: perProject('milestones'), category: perProject('categories') };
const several = (field: keyof typeof lists) => fc.array(lists[field], { minLength: 1, maxLength: 3 });

const listChange = (field: keyof typeof lists): fc.Arbitrary<Change> =>
  fc.oneof(
    several(field).map((to): Change => ({ field, verb: 'set', to })),
    fc.constant<Change>({ field, verb: 'clear' }),
    several(field).map((values): Change => ({ field, verb: 'add', values })),
    several(field).map((values): Change => ({ field, verb: 'remove', values })),
    fc.tuple(lists[field], lists[field]).map(([from, to]): Change => ({ field, verb: 'swap', from, to })),
  );
const dateChange = (field: 'dueDate' | 'startDate'): fc.Arbitrary<Change> =>
  fc.oneof(
    day.map((to): Change => ({ field, verb: 'set', to })),
    fc.constant<Change>({ field, verb: 'clear' }),
  );
const spaceWide = (field: 'resolution' | 'assignee', values: NamedValue[]): fc.Arbitrary<Change> =>
  fc.oneof(
    labelled(values).map((to): Change => ({ field, verb: 'set', to })),
    fc.constant<Change>({ field, verb: 'clear' }),
    fc
      .tuple(labelled(values), labelled(values))
      .map(([from, to]): Change => ({ field, verb: 'swap', from, to })),
  );

/** Any set of changes, at most one per field. */
export const anyChanges: fc.Arbitrary<Change[]> = fc.uniqueArray(
  fc.oneof(
    statuses.map((to): Change => ({ field: 'status', verb: 'set', to })),
    fc.tuple(statuses, statuses).map(([from, to]): Change => ({ field: 'status', verb: 'swap', from, to })),
    spaceWide('resolution', resolutions),
    spaceWide('assignee', people),
    labelled(priorities).map((to): Change => ({ field: 'priority', verb: 'set', to })),
    dateChange('dueDate'),
    dateChange('startDate'),
    listChange('milestone'),
    listChange('category'),
    fc.constant<Change>({ field: 'comment', verb: 'add', text: '担当を変更しました' }),
  ),
  { minLength: 1, maxLength: 6, selector: (change) => change.field },
);
