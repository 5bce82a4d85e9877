import { invalid } from '../api-error';
import type { DemoContext } from '../context';
import type { IssueRow, ProjectRow } from '../rows';

function refused(en: string, ja: string): never {
  throw invalid(en, ja);
}

/** How many levels hang below an issue. */
function heightOf(ctx: DemoContext, issue: IssueRow): number {
  const children = ctx.state.childrenOf(issue.id);
  return children.length === 0 ? 0 : 1 + Math.max(...children.map((child) => heightOf(ctx, child)));
}

function ancestorsOf(ctx: DemoContext, issue: IssueRow): IssueRow[] {
  const chain: IssueRow[] = [];
  for (let at: IssueRow | undefined = issue; at; ) {
    chain.push(at);
    at = at.parentIssueId === null ? undefined : ctx.state.issues.get(at.parentIssueId);
  }
  return chain;
}

/**
 * The parent a request asks for: null clears, undefined leaves. The parent must be another issue of the same
 * project, not a descendant, and the family no deeper than the project allows.
 */
export function readParent(
  ctx: DemoContext,
  project: ProjectRow,
  before: IssueRow | null,
): number | null | undefined {
  const id = ctx.params.int('parentIssueId');
  if (id === undefined || id === null) return id;
  const parent = ctx.state.issues.get(id);
  if (parent?.projectId !== project.id)
    return refused(
      'The parent issue does not exist in the project.',
      '指定された親課題はプロジェクトに存在しません。',
    );
  if (!project.subtaskingEnabled)
    return refused(
      'Subtasking is not enabled in the project.',
      'プロジェクトで親子課題が有効になっていません。',
    );
  const chain = ancestorsOf(ctx, parent);
  if (before && chain.includes(before))
    return refused(
      'An issue cannot be the parent of itself or of its ancestor.',
      '自分自身または子孫の課題を親課題に指定することはできません。',
    );
  const levels = chain.length + (before ? heightOf(ctx, before) : 0);
  if (levels > (project.grandchildIssueEnabled ? 2 : 1))
    return refused('A child issue cannot be a parent issue.', '子課題を親課題に指定することはできません。');
  return id;
}
