import { API_KEY } from './engine-under-test';

/** The same PATCHes without anything around them, one after the other. @returns ms */
export async function timeBareLoop(origin: string, ids: readonly number[]): Promise<number> {
  const began = performance.now();
  for (const id of ids) {
    const answer = await fetch(`${origin}/api/v2/issues/${id}`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'backlog-api-key': API_KEY },
      body: 'priorityId=2',
    });
    await answer.text();
    if (!answer.ok) throw new Error(`PATCH ${id}: ${answer.status}`);
  }
  return performance.now() - began;
}
