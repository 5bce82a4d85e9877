import { setImmediate } from 'node:timers/promises';
import type { ActionContext } from '@/lib/actions/context';
import { evidenceHead } from '@/lib/actions/runs/evidence-head';
import { countEvidence, evidenceItems } from '@/lib/actions/runs/evidence-items';
import type { EvidenceHead } from '@/lib/actions/runs/evidence-schemas';
import { loadRun } from '@/lib/actions/runs/load-run';
import { type EvidenceLine, evidenceLines } from '@/lib/i18n/evidence/lines';
import type { Locale } from '@/lib/i18n/locales';
import { fullWording, type Translate, type Wording } from '@/lib/i18n/wording';

const rowsPerPage = 250;

/** A record in the reader's words: what stands above the rows, and the rows page by page. */
export interface Evidence {
  head: EvidenceHead;
  total: number;
  wording: Wording;
  /** Lines of a few hundred rows at a time: between two pages, others get their turn. */
  pages: AsyncIterable<EvidenceLine[]>;
}

/** @throws AppError NOT_FOUND */
export async function readEvidence(
  ctx: ActionContext,
  runId: string,
  reader: { t: Translate; locale: Locale },
): Promise<Evidence> {
  const { run, plan } = await loadRun(ctx, runId);
  const [head, total] = await Promise.all([evidenceHead(ctx, run, plan), countEvidence(ctx.db, plan.id)]);
  const wording = fullWording({ ...reader, timezone: head.timezone });
  const linesOf = evidenceLines(wording, head);
  async function* pages() {
    for (let offset = 0; offset < total; offset += rowsPerPage) {
      // A database in this process answers without letting anybody else have a turn.
      await setImmediate();
      const page = { offset, limit: rowsPerPage };
      const items = await evidenceItems(ctx.db, { run, followers: head.followers }, page);
      yield items.flatMap(linesOf);
    }
  }
  return { head, total, wording, pages: pages() };
}
