import { SpaceState } from './state';

const FORMAT = 'ikkatsu-demo-space/1';

const TABLES = [
  'users',
  'projects',
  'issueTypes',
  'categories',
  'versions',
  'customFields',
  'comments',
  'attachments',
  'sharedFiles',
  'activities',
  'notifications',
  'watchings',
  'webhooks',
  'wikis',
  'wikiHistory',
  'repositories',
  'pullRequests',
  'pullRequestComments',
] as const;

/** The whole content of a space as plain JSON; `loadState` reads it back. */
export function dumpState(state: SpaceState) {
  return {
    format: FORMAT,
    space: state.space,
    licence: state.licence,
    statuses: state.projects.all().map(({ id }) => ({ projectId: id, rows: state.statusesOf(id) })),
    tables: Object.fromEntries(TABLES.map((name) => [name, state[name].all()])),
    issues: state.issues.all(),
    documents: [...state.documents.values()],
    recentViews: state.recentViews,
    relations: state.relations,
  };
}

type Dump = ReturnType<typeof dumpState>;

function isDump(value: unknown): value is Dump {
  return typeof value === 'object' && value !== null && 'format' in value && value.format === FORMAT;
}

/**
 * Makes a space from a dump. Only the format mark is checked: the file is the demo space's own and is handed
 * over by whoever starts it. Throws when the mark is missing.
 */
export function loadState(dump: unknown): SpaceState {
  if (!isDump(dump)) throw new Error(`The seed file is not a dump of a demo space (format ${FORMAT}).`);
  const copy = structuredClone(dump);
  const state = new SpaceState(copy.space, copy.licence);
  for (const name of TABLES) {
    // A table gets back the rows that `dumpState` took from the table of the same name.
    for (const row of copy.tables[name] ?? []) state[name].add(row as never);
  }
  for (const { projectId, rows } of copy.statuses) state.setStatuses(projectId, rows);
  for (const issue of copy.issues) state.addIssue(issue);
  for (const document of copy.documents) state.documents.set(document.id, document);
  state.recentViews.push(...copy.recentViews);
  state.relations.push(...copy.relations);
  return state;
}
