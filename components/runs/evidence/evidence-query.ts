import { infiniteQueryOptions } from '@tanstack/react-query';
import { fetchResult } from '@/components/layout/fetch-result';
import type { ActionOutput } from '@/lib/actions/define-action';
import type { runsEvidence } from '@/lib/actions/runs/evidence';
import { runPath, withInput } from '../run-query';

export type Evidence = ActionOutput<typeof runsEvidence>;

/** Rows that a page of the record shows at once; more come at a press. */
export const EVIDENCE_ROWS = 200;

const evidencePath = (host: string, runId: string) => `${runPath(host, runId)}/evidence`;

/** The whole record as a file to keep. */
export function evidenceFilePath(host: string, runId: string, format: 'csv' | 'xlsx'): string {
  return `${evidencePath(host, runId)}?format=${format}`;
}

/** The record of a run, its rows page by page. It is read as it stands: a live run does not move it. */
export function evidenceOptions(host: string, runId: string) {
  return infiniteQueryOptions({
    queryKey: [host, 'runs', runId, 'evidence'],
    queryFn: ({ signal, pageParam }) =>
      fetchResult<Evidence>(
        withInput(evidencePath(host, runId), { offset: pageParam, limit: EVIDENCE_ROWS }),
        signal,
      ),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const shown = pages.reduce((sum, page) => sum + page.items.length, 0);
      return shown < last.total ? shown : null;
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
}
