'use client';
import { useTranslations } from 'next-intl';
import { useSpace } from '@/components/layout/space-provider';
import { useFormat } from '@/components/layout/use-format';
import { cn } from '@/components/ui/cn';
import { isHeld } from './held-items';
import { outcomeLook } from './outcome-look';
import type { RunItem } from './run-data';

/** What happened, the latest first; undefined until it is read. */
export function RunLog({ items }: { items: readonly RunItem[] | undefined }) {
  const t = useTranslations('runs');
  const common = useTranslations('common.outcome');
  const attention = useTranslations('runs.attention');
  const format = useFormat();
  const { origin } = useSpace();
  return (
    <section className="phone:hidden">
      <h2 className="px-4 pt-3 pb-1.5 font-semibold text-13">{t('log.title')}</h2>
      {items?.length === 0 ? <p className="px-4 pb-3 text-12 text-fg-3">{t('log.empty')}</p> : null}
      <ol className="pb-3">
        {items?.map((item) => {
          if (item.state === 'planned' || item.state === 'intent') return null;
          const { icon: Icon } = outcomeLook[item.state];
          const plain = item.state === 'applied';
          return (
            <li key={item.position} className="flex h-[27px] items-center gap-2.5 px-4 text-12">
              <span className="text-fg-3 tabular-nums">
                {item.endedAt ? format.time(item.endedAt, true) : ''}
              </span>
              {item.issueId < 0 ? (
                <span className="min-w-0 flex-1 truncate">{item.summary}</span>
              ) : (
                <a
                  href={`${origin}/view/${encodeURIComponent(item.issueKey)}`}
                  target="_blank"
                  rel="noreferrer"
                  className="min-w-0 flex-1 truncate tabular-nums hover:underline"
                >
                  {item.issueKey}
                </a>
              )}
              <span
                className={cn(
                  'whitespace-nowrap text-fg-3 tabular-nums',
                  item.state === 'rejected' && (isHeld(item) ? 'text-warn' : 'text-danger'),
                  item.state === 'conflict' && 'text-conflict',
                  item.state === 'unknown' && 'text-warn',
                )}
              >
                {plain && item.durationMs !== null
                  ? t('log.ms', { ms: Math.round(item.durationMs) })
                  : isHeld(item)
                    ? attention('held')
                    : common(item.state)}
                {plain ? <span className="sr-only">{common('applied')}</span> : null}
              </span>
              <Icon size={12} strokeWidth={1.9} aria-hidden className="shrink-0 text-fg-3" />
            </li>
          );
        })}
      </ol>
    </section>
  );
}
