'use client';
import { useTranslations } from 'next-intl';
import { useSpace } from '@/components/layout/space-provider';
import type { RunItem } from '@/components/runs/run-data';
import { useReasonText } from '@/components/runs/use-reason-text';

interface RecordListProps {
  title: string;
  items: readonly RunItem[];
  /** With what became of each and why. */
  reasons?: boolean;
}

/** Issues with the same fate; nothing when there are none. */
export function RecordList({ title, items, reasons = false }: RecordListProps) {
  const common = useTranslations('common');
  const reasonText = useReasonText();
  const { origin } = useSpace();
  if (items.length === 0) return null;
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
            {reasons && item.state !== 'planned' && item.state !== 'intent' ? (
              <p className="text-12 text-fg-2">
                <b className="mr-1.5 font-medium text-danger">{common(`outcome.${item.state}`)}</b>
                {reasonText(item)?.text}
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
