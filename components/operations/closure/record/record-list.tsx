'use client';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useSpace } from '@/components/layout/space-provider';
import { isHeld } from '@/components/runs/held-items';
import { useReasonText } from '@/components/runs/use-reason-text';
import type { RecordItem } from './record-issues';

interface RecordListProps {
  title: string;
  items: readonly RecordItem[];
  /** With what became of each and why. */
  reasons?: boolean;
}

/** Issues with the same fate; nothing when there are none. */
export function RecordList({ title, items, reasons = false }: RecordListProps) {
  const common = useTranslations('common');
  const attention = useTranslations('runs.attention');
  const reasonText = useReasonText();
  const { origin } = useSpace();
  if (items.length === 0) return null;
  const fateOf = ({ state, by, ...item }: RecordItem) => {
    if (state === 'planned' || state === 'intent' || state === 'undone') return null;
    return (
      <>
        <b className="mr-1.5 font-medium text-danger">
          {isHeld(item) ? attention('held') : common(`outcome.${state}`)}
        </b>
        {by === null ? reasonText({ ...item, state })?.text : <LaterRun run={by} />}
      </>
    );
  };
  return (
    <section aria-label={title} className="break-inside-auto">
      <h2 className="mb-1 font-semibold text-14">
        {title}{' '}
        <span className="font-normal text-12 text-fg-3">{common('issues', { count: items.length })}</span>
      </h2>
      <ul>
        {items.map((item) => (
          <li key={item.position} className="break-inside-avoid border-line border-t py-1.5">
            <p className="flex gap-3">
              <a
                href={`${origin}/view/${encodeURIComponent(item.issueKey)}`}
                target="_blank"
                rel="noreferrer"
                className="shrink-0 text-fg-2 tabular-nums hover:underline"
              >
                {item.issueKey || item.issueId}
              </a>
              <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">{item.summary}</span>
            </p>
            {reasons ? <p className="text-12 text-fg-2">{fateOf(item)}</p> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Why it ended so is told by the run that tried it last. */
function LaterRun({ run: { runId, planNumber } }: { run: NonNullable<RecordItem['by']> }) {
  const t = useTranslations('operations.closure.record');
  const { host } = useSpace();
  return (
    <Link href={`/${host}/runs/${encodeURIComponent(runId)}`} className="underline underline-offset-3">
      {t('laterRun', { number: String(planNumber) })}
    </Link>
  );
}
