import type { SpaceReference } from '@/lib/columns/issue-row';
import type { PlanDetail } from './plan-data';

/** Somebody whom a plan or its projects name. */
export interface Person {
  id: number;
  name: string;
  /** Role in the space; left out for somebody who is a member of none of these projects. */
  role?: number;
}

/** From here on the roles of Backlog are guests: 5 may add issues, 6 may look. */
const FIRST_GUEST_ROLE = 5;

export function isGuest(person: Person | undefined): boolean {
  return person?.role !== undefined && person.role >= FIRST_GUEST_ROLE;
}

/** Members of these projects, and the people whom the plan tells, by id. */
export function peopleOf(
  reference: SpaceReference | null,
  projectIds: readonly number[],
  { changes, fixes }: Pick<PlanDetail, 'changes' | 'fixes'>,
): ReadonlyMap<number, Person> {
  const named = [...changes, ...fixes.flatMap((fix) => fix.changes)].flatMap((change) =>
    change.field === 'notify' ? change.people : [],
  );
  const wanted = new Set(projectIds);
  const members = (reference?.projects ?? [])
    .filter((project) => wanted.has(project.id))
    .flatMap((project) => project.members);
  return new Map<number, Person>([
    ...named.map(({ id, label }) => [id, { id, name: label }] as const),
    ...members.map(({ id, name, roleType }) => [id, { id, name, role: roleType }] as const),
  ]);
}
