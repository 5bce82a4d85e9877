'use client';
import { Undo2 } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useSpace } from '@/components/layout/space-provider';
import type { RelatedRun, RunDetail } from './run-data';

/** Links between a run and those that take it back or take it up again, both ways. */
export function RelatedRuns({ run }: { run: RunDetail }) {
  const t = useTranslations('runs.related');
  const { source, followers } = run;
  if (source === null && followers.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-x-5 border-line border-t px-7 py-1.5 text-12 text-fg-2 phone:px-4">
      {source ? (
        <Related related={source} undo={run.kind === 'undo'}>
          {t(run.kind === 'undo' ? 'undoOf' : 'againOf', { number: String(source.planNumber) })}
        </Related>
      ) : null}
      {followers.map((follower) => (
        <Related key={follower.runId} related={follower} undo={follower.kind === 'undo'}>
          {t(follower.kind === 'undo' ? 'undoneBy' : 'takenUpBy', { number: String(follower.planNumber) })}
        </Related>
      ))}
    </ul>
  );
}

function Related({ related, undo, children }: { related: RelatedRun; undo: boolean; children: string }) {
  const { host } = useSpace();
  return (
    <li className="flex min-h-6 items-center gap-1.5">
      {undo ? <Undo2 size={13} aria-hidden className="shrink-0 text-fg-3" /> : null}
      <Link
        href={`/${host}/runs/${related.runId}`}
        className="underline decoration-line-control underline-offset-3 hover:decoration-current"
      >
        {children}
      </Link>
    </li>
  );
}
