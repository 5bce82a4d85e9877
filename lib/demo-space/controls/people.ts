import { ROLE_NAMES } from '../roles';
import type { UserRow } from '../rows';
import type { Runtime } from '../runtime';
import { ControlError } from './read-json';

/** The people of the space with the keys of those who have one, for the list that a start prints. */
export function people(runtime: Runtime) {
  return runtime.state.users.all().map((user) => ({
    id: user.id,
    userId: user.userId,
    name: user.name,
    role: ROLE_NAMES[user.roleType],
    roleType: user.roleType,
    lang: user.lang,
    apiKeys: user.apiKeys,
  }));
}

/** A person by numeric id or by login name. Throws ControlError for nobody. */
export function findPerson(runtime: Runtime, named: unknown): UserRow {
  const user = runtime.state.users.all().find((row) => row.id === named || row.userId === named);
  if (!user) throw new ControlError(`There is no such person: ${String(named)}`);
  return user;
}
