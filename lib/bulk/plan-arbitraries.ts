import fc from 'fast-check';
import { appliesTo } from '@/lib/backlog/schemas/custom-field-info';
import type { BacklogIssue } from '@/lib/backlog/schemas/issue';
import { changeKey } from './change-key';
import type { Change, LabelledId, ProjectValue } from './changes';
import { anyCustomChange, anyCustomValue } from './custom-arbitraries';
import type { NamedValue } from './plan';
import {
  category,
  issueType,
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
const hours = fc.integer({ min: 0, max: 9_999 }).map((n) => n / 100);
const labelled = (values: NamedValue[]): fc.Arbitrary<LabelledId> =>
  fc.constantFrom(...values).map(({ id, name }) => ({ id, label: name }));

const people = [101, 102, 103].map((id) => ({ id, name: `人${id}` }));
const parents = [9001, 9002, 9003].map((id) => ({ id, name: `WEB-${id}` }));
const projectOf = (id: number) => {
  const project = reference.projects.get(id);
  if (project === undefined) throw new Error(`no project ${id}`);
  return project;
};

/** Any issue of the two projects, holding only values that its project has, and every custom field of its type. */
export function anyIssue(id: number): fc.Arbitrary<BacklogIssue> {
  return fc.constantFrom(WEB, OPS).chain((projectId) => {
    const project = projectOf(projectId);
    const versions = fc
      .subarray(project.milestones)
      .map((list) => list.map((one) => milestone(one.id, one.name, projectId)));
    return fc
      .record({
        issueType: fc
          .constantFrom(...project.issueTypes)
          .map((one) => issueType(one.id, one.name, projectId)),
        status: fc.constantFrom(...project.statuses).map((one) => status(one.id, one.name, projectId)),
        resolution: fc.option(fc.constantFrom(...resolutions).map((one) => ({ ...one }))),
        priority: fc.constantFrom(...priorities).map((one) => ({ ...one })),
        assignee: fc.option(fc.constantFrom(...people).map((one) => user(one.id, one.name))),
        milestone: versions,
        versions,
        category: fc
          .subarray(project.categories)
          .map((list) => list.map((one) => category(one.id, one.name, projectId))),
        startDate: backlogDay,
        dueDate: backlogDay,
        estimatedHours: fc.option(hours),
        actualHours: fc.option(hours),
        parentIssueId: fc.option(fc.constantFrom(...parents.map((one) => one.id))),
        customFields: fc.tuple(...project.customFields.map(anyCustomValue)),
      })
      .map(({ customFields, ...fields }) => {
        const applicable = new Set(
          project.customFields.flatMap((one) => (appliesTo(one, fields.issueType.id) ? [one.id] : [])),
        );
        const listed = customFields.filter((one) => applicable.has(one.id));
        return issueWith({ id, projectId, ...fields, customFields: listed });
      });
  });
}

export const anyIssues: fc.Arbitrary<BacklogIssue[]> = fc
  .uniqueArray(fc.integer({ min: 1000, max: 1030 }), { maxLength: 12 })
  .chain((ids) => fc.tuple(...ids.map((id) => anyIssue(id))));

const perProject = (
  field: 'statuses' | 'issueTypes' | 'milestones' | 'categories',
): fc.Arbitrary<ProjectValue> =>
  fc
    .record({
      web: fc.option(fc.constantFrom(...projectOf(WEB)[field], { id: 999, name: '消えた値' })),
      ops: fc.option(fc.constantFrom(...projectOf(OPS)[field])),
    })
    .map(({ web, ops }) => ({
      label: web?.name ?? ops?.name ?? '値',
      byProject: { ...(web && { [WEB]: web.id }), ...(ops && { [OPS]: ops.id }) },
    }));

const choices = { status: perProject('statuses'), issueType: perProject('issueTypes') };
const lists = {
  milestone: perProject('milestones'),
  version: perProject('milestones'),
  category: perProject('categories'),
};
const several = (field: keyof typeof lists) => fc.array(lists[field], { minLength: 1, maxLength: 3 });

const choiceChange = (field: keyof typeof choices): fc.Arbitrary<Change> =>
  fc.oneof(
    choices[field].map((to): Change => ({ field, verb: 'set', to })),
    fc.tuple(choices[field], choices[field]).map(([from, to]): Change => ({ field, verb: 'swap', from, to })),
  );
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
const hourChange = (field: 'estimatedHours' | 'actualHours'): fc.Arbitrary<Change> =>
  fc.oneof(
    hours.map((to): Change => ({ field, verb: 'set', to })),
    fc.constant<Change>({ field, verb: 'clear' }),
  );
const parentChange: fc.Arbitrary<Change> = fc.oneof(
  labelled(parents).map((to): Change => ({ field: 'parent', verb: 'set', to })),
  fc.constant<Change>({ field: 'parent', verb: 'clear' }),
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
    choiceChange('status'),
    choiceChange('issueType'),
    spaceWide('resolution', resolutions),
    spaceWide('assignee', people),
    labelled(priorities).map((to): Change => ({ field: 'priority', verb: 'set', to })),
    dateChange('dueDate'),
    dateChange('startDate'),
    hourChange('estimatedHours'),
    hourChange('actualHours'),
    parentChange,
    listChange('milestone'),
    listChange('version'),
    listChange('category'),
    { weight: 8, arbitrary: anyCustomChange },
    fc.constant<Change>({ field: 'comment', verb: 'add', text: '担当を変更しました' }),
    labelled(people).map((one): Change => ({ field: 'notify', verb: 'add', people: [one] })),
  ),
  { minLength: 1, maxLength: 8, selector: changeKey },
);
