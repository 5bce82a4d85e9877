import { sameWiki, wikiImage } from '@/lib/bulk';
import type { StepItem } from './ledger-item';
import type { RunContext, StepResult } from './run-context';
import { adoptWrite } from './verify-ledger';

/** Backlog's clock may be a little behind ours. */
const skewMs = 5 * 60 * 1000;

/**
 * Looks for a wiki page that the ledger has as not begun, although its end may have been lost: one of this name and this
 * text, made by our person after the run was approved. It is entered; nothing is sent. Of a milestone Backlog does not
 * tell who made it: one of its name is a name that is taken.
 *
 * @returns null when there is no trace of us: the step is carried out as usual
 * @throws BacklogError
 */
export async function recogniseOwnPage(
  { db, lease, run, client }: Pick<RunContext, 'db' | 'lease' | 'run' | 'client'>,
  item: StepItem,
  approvedAt: Date,
): Promise<StepResult | null> {
  const { step } = item.plan;
  if (step.kind !== 'createWiki') return null;
  const { projectId, name, content } = step;
  const pages = await client.wikis.list({ projectId, keyword: name });
  const ours = pages.find(
    (page) =>
      sameWiki(page, step) &&
      page.createdUser?.id === run.userId &&
      Date.parse(page.created) >= approvedAt.getTime() - skewMs,
  );
  if (ours === undefined) return null;
  const known = pages.flatMap(({ id }) => (id === ours.id ? [] : [id]));
  await adoptWrite(db, lease, run, item, {
    intent: { params: { name, content }, before: { milestone: null, wiki: null, known } },
    after: { milestone: null, wiki: wikiImage(ours) },
    createdId: ours.id,
  });
  return { kind: 'ended', outcome: 'applied', reason: null };
}
