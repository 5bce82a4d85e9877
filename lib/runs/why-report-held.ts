import { leftOutOfReport } from '@/lib/bulk';
import type { ItemReason } from './item-reason';
import type { LedgerItem } from './ledger-item';
import { loadPlanItems } from './plan-items';
import type { RunContext } from './run-context';
import { notDoneBefore } from './stages';

/**
 * Why a report is not written: its text is part of what was approved, and what it tells did not come to pass. Null when
 * nothing stands against it, and for every row that publishes none.
 */
export async function whyReportHeld(
  { db, run }: Pick<RunContext, 'db'> & { run: Pick<RunContext['run'], 'id' | 'planId'> },
  { position, plan }: Pick<LedgerItem, 'position' | 'plan'>,
): Promise<ItemReason | null> {
  const { report, stage = 0, issueId } = plan;
  if (report === undefined) return null;
  const { failed, held } = await notDoneBefore(db, run.id, { stage, position });
  const leftOut = leftOutOfReport(await loadPlanItems(db, run.planId), { issueId, report });
  const { otherwise } = report;
  if (failed + held + leftOut + otherwise === 0) return null;
  return { code: 'REPORT_HELD', failed: failed + held, leftOut, otherwise };
}
