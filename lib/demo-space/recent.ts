import type { DemoContext } from './context';
import type { RecentView } from './rows-secondary';

/** Puts something the caller looked at to the front of their list. */
export function noteView(ctx: DemoContext, kind: RecentView['kind'], id: number): void {
  const { recentViews } = ctx.state;
  const same = (view: RecentView) => view.userId === ctx.user.id && view.kind === kind && view.id === id;
  const at = recentViews.findIndex(same);
  if (at >= 0) recentViews.splice(at, 1);
  recentViews.unshift({ userId: ctx.user.id, kind, id, updated: ctx.now() });
}
