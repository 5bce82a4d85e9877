import type { FormEntry } from '../form';
import { updateIssue } from '../issues/update';
import { makeContext } from '../make-context';
import { Params } from '../params';
import type { Runtime } from '../runtime';
import { wireIssue } from '../wire/issue';
import { findPerson } from './people';
import { ControlError, isRecord } from './read-json';

/** `{statusId: 2, categoryId: [1, 2], dueDate: null}` as the parameters of a PATCH. */
function entriesOf(fields: Record<string, unknown>): FormEntry[] {
  return Object.entries(fields).flatMap(([name, value]) => {
    if (!Array.isArray(value)) return [{ key: name, value: value === null ? '' : String(value) }];
    const key = `${name}[]`;
    return value.length === 0 ? [{ key, value: '' }] : value.map((item) => ({ key, value: String(item) }));
  });
}

/**
 * Somebody else's edit: PATCHes an issue in the name of a person, outside the log, quotas and faults.
 * `fields` are named like the parameters of the API, with arrays for lists and null to clear.
 */
export function editIssue(runtime: Runtime, body: Record<string, unknown>, origin: string) {
  const { issueKey, fields, as } = body;
  const issue = typeof issueKey === 'string' ? runtime.state.issueByKey(issueKey) : undefined;
  const project = issue && runtime.state.projects.get(issue.projectId);
  if (!issue || !project) throw new ControlError(`There is no such issue: ${String(issueKey)}`);
  if (!isRecord(fields)) throw new ControlError('fields must be an object.');
  const user = findPerson(runtime, as);
  const params = new Params(entriesOf(fields));
  const ctx = makeContext(runtime, { user, params, method: 'PATCH', origin });
  return wireIssue(ctx, updateIssue(ctx, issue, project));
}
