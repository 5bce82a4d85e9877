import type { DemoContext } from '../context';
import type { IssueRow, Json } from '../rows';

/** Activity types that issues cause. */
export const ACTIVITY = { created: 1, updated: 2, commented: 3, deleted: 4 } as const;

/** Records what happened to an issue. `content` joins the members that every issue activity has. */
export function recordActivity(
  ctx: DemoContext,
  issue: IssueRow,
  type: (typeof ACTIVITY)[keyof typeof ACTIVITY],
  content: { [key: string]: Json },
): void {
  ctx.state.activities.add({
    id: ctx.state.activities.nextId(),
    projectId: issue.projectId,
    type,
    content: { id: issue.id, key_id: issue.keyId, ...content },
    createdUserId: ctx.user.id,
    created: ctx.now(),
  });
}
