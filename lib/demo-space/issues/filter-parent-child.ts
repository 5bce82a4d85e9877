import type { DemoContext } from '../context';
import type { IssueRow } from '../rows';

/** 0 = top, 1 = child, 2 = grandchild. */
function depthOf(ctx: DemoContext, issue: IssueRow): number {
  if (issue.parentIssueId === null) return 0;
  return ctx.state.issues.get(issue.parentIssueId)?.parentIssueId == null ? 1 : 2;
}

/** The test for `parentChild`, or none when every issue passes. */
export function parentChildTest(ctx: DemoContext): ((issue: IssueRow) => boolean)[] {
  const hasChildren = (issue: IssueRow) => ctx.state.hasChildren(issue.id);
  const depth = (issue: IssueRow) => depthOf(ctx, issue);
  switch (ctx.params.intWithin('parentChild', 0, 10, 0)) {
    case 1:
    case 7:
      return [(issue) => issue.parentIssueId === null];
    case 2:
    case 9:
      return [(issue) => issue.parentIssueId !== null];
    case 3:
      return [(issue) => issue.parentIssueId === null && !hasChildren(issue)];
    case 4:
      return [hasChildren];
    case 5:
      return [(issue) => depth(issue) === 2];
    case 6:
      return [(issue) => depth(issue) === 1];
    case 8:
      return [(issue) => depth(issue) < 2];
    case 10:
      return [(issue) => !hasChildren(issue)];
    default:
      return [];
  }
}
