import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '@/lib/db';
import { planItems } from '@/lib/db/schema';
import type { EvidenceHead, NamedKind } from './evidence-schemas';

/** A value of an issue as it was read for the plan: one, or a list. */
const placeOf = {
  status: { one: 'status' },
  assignee: { one: 'assignee' },
  issueType: { one: 'issueType' },
  priority: { one: 'priority' },
  milestone: { list: 'milestone' },
  category: { list: 'category' },
} as const satisfies Record<Exclude<NamedKind, 'project'>, { one: string } | { list: string }>;

/**
 * Names of what the issues of a plan had when it was made. Ids that a filter names and no issue had are not among them:
 * the plan does not know their names, and Backlog is not asked.
 */
export async function namesInPlan(
  db: Database,
  planId: string,
  kinds: Iterable<NamedKind>,
): Promise<EvidenceHead['names']> {
  const read = [...new Set(kinds)].map(async (kind) => [kind, await namesOf(db, planId, kind)] as const);
  return Object.fromEntries(await Promise.all(read));
}

async function namesOf(db: Database, planId: string, kind: NamedKind): Promise<Record<string, string>> {
  const rows = await db
    .selectDistinct({ id: sql<string | null>`${idIn(kind)}`, name: sql<string | null>`${nameIn(kind)}` })
    .from(source(kind))
    .where(sql`${planItems.planId} = ${planId} and ${planItems.issueId} > 0`);
  return Object.fromEntries(
    rows.flatMap(({ id, name }) => (id === null || name === null ? [] : [[id, name]])),
  );
}

const item = sql`${planItems.item}`;
const idIn = (kind: NamedKind): SQL => (kind === 'project' ? sql`${item} ->> 'projectId'` : sql`v ->> 'id'`);
/** The key of a project is what its issues' keys begin with. */
const nameIn = (kind: NamedKind): SQL =>
  kind === 'project' ? sql`regexp_replace(${item} ->> 'issueKey', '-[0-9]+$', '')` : sql`v ->> 'name'`;

function source(kind: NamedKind): SQL {
  if (kind === 'project') return sql`${planItems}`;
  const of = placeOf[kind];
  if ('one' in of)
    return sql`${planItems} cross join lateral (select ${item} -> 'current' -> ${of.one}::text as v) one`;
  const list = sql`${item} -> 'current' -> ${of.list}::text`;
  return sql`${planItems} cross join lateral jsonb_array_elements(
    case when jsonb_typeof(${list}) = 'array' then ${list} else '[]'::jsonb end
  ) as v`;
}
