import { invalid, notFound } from '../api-error';
import type { DemoContext } from '../context';
import { isMember } from '../context';
import type { IssueRow } from '../rows';
import { customFieldTests } from './filter-custom-fields';
import { parentChildTest } from './filter-parent-child';
import { matchesKeyword, wordsOf } from './keyword';
import { dayEnd, dayStart } from './zone';

export type IssueTest = (issue: IssueRow) => boolean;

const SCALARS: [string, (issue: IssueRow) => number | null][] = [
  ['issueTypeId', (issue) => issue.issueTypeId],
  ['statusId', (issue) => issue.statusId],
  ['priorityId', (issue) => issue.priorityId],
  ['assigneeId', (issue) => issue.assigneeId],
  ['createdUserId', (issue) => issue.createdUserId],
  ['resolutionId', (issue) => issue.resolutionId],
  ['parentIssueId', (issue) => issue.parentIssueId],
];

const LISTS: [string, (issue: IssueRow) => readonly number[]][] = [
  ['categoryId', (issue) => issue.categoryIds],
  ['versionId', (issue) => issue.versionIds],
  ['milestoneId', (issue) => issue.milestoneIds],
];

function idTests({ params }: DemoContext): IssueTest[] {
  const tests: IssueTest[] = [];
  for (const [name, readValue] of SCALARS) {
    const ids = new Set(params.ints(name));
    if (ids.size === 0) continue;
    tests.push((issue) => {
      const value = readValue(issue);
      return value !== null && ids.has(value);
    });
  }
  for (const [name, valuesOf] of LISTS) {
    const ids = new Set(params.ints(name));
    if (ids.size > 0) tests.push((issue) => valuesOf(issue).some((id) => ids.has(id)));
  }
  return tests;
}

/** Days are inclusive; instants are judged by the day they fall on in the space's time zone. */
function dateTests({ params, state }: DemoContext): IssueTest[] {
  const tests: IssueTest[] = [];
  const zone = state.space.timezone;
  for (const field of ['created', 'updated'] as const) {
    const since = params.day(`${field}Since`);
    const until = params.day(`${field}Until`);
    const from = since ? dayStart(since, zone) : Number.NEGATIVE_INFINITY;
    const to = until ? dayEnd(until, zone) : Number.POSITIVE_INFINITY;
    if (since || until) tests.push((issue) => issue[field] >= from && issue[field] < to);
  }
  for (const field of ['startDate', 'dueDate'] as const) {
    const since = params.day(`${field}Since`);
    const until = params.day(`${field}Until`);
    if (!since && !until) continue;
    tests.push((issue) => {
      const day = issue[field];
      return day !== null && (!since || day >= since) && (!until || day <= until);
    });
  }
  const hasDueDate = params.boolean('hasDueDate');
  if (hasDueDate !== undefined) tests.push((issue) => (issue.dueDate !== null) === hasDueDate);
  return tests;
}

function otherTests(ctx: DemoContext): IssueTest[] {
  const { params, state } = ctx;
  const tests: IssueTest[] = [];
  if (params.boolean('attachment')) tests.push((issue) => issue.attachmentIds.length > 0);
  if (params.boolean('sharedFile')) tests.push((issue) => issue.sharedFileIds.length > 0);
  const words = wordsOf(params.string('keyword') ?? '');
  if (words.length > 0) tests.push((issue) => matchesKeyword(state, issue, words));
  return tests;
}

/**
 * The issues that the parameters of `GET /issues` select, in the order of creation. Values of one parameter
 * are alternatives; different parameters must all hold. Throws code 7 without `projectId[]` and code 6 for a
 * project the caller cannot see.
 */
export function selectIssues(ctx: DemoContext): IssueRow[] {
  const projectIds = new Set(ctx.params.ints('projectId'));
  if (projectIds.size === 0) throw invalid('projectId[] is required.', 'projectId[]は必須です。');
  for (const id of projectIds) {
    const project = ctx.state.projects.get(id);
    if (!project || !isMember(ctx, project)) throw notFound('project');
  }
  const tests = [
    ...idTests(ctx),
    ...dateTests(ctx),
    ...parentChildTest(ctx),
    ...customFieldTests(ctx),
    ...otherTests(ctx),
  ];
  const ids = ctx.params.ints('id');
  const candidates = ids?.length
    ? [...new Set(ids)]
        .flatMap((id) => ctx.state.issues.get(id) ?? [])
        .filter((row) => projectIds.has(row.projectId))
    : [...projectIds].flatMap((id) => ctx.state.issues.in(id));
  return candidates.filter((issue) => tests.every((test) => test(issue)));
}
