'use client';
import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';
import type { Share } from './marking-counts';

/** Most lines; the rest is one number. */
const MOST = 8;

interface ShareListProps {
  title: string;
  shares: readonly Share[];
  /** Something is chosen that could be done: then part of each bar changes. */
  decided: boolean;
  renderName: (share: Share) => ReactNode;
  className?: string;
}

/** How the issues that are meant are spread, with the part that changes. */
export function ShareList({ title, shares, decided, renderName, className }: ShareListProps) {
  const t = useTranslations('operations.overdue.shares');
  const { number } = useFormatter();
  const most = Math.max(1, ...shares.map(({ taken }) => taken));
  const width = (count: number) => `${(count / most) * 100}%`;
  const rest = shares.slice(MOST);
  if (shares.length === 0) return null;
  return (
    <section aria-label={title} className={cn('border-line border-b px-[18px] py-3.5 phone:px-4', className)}>
      <h2 className="mb-1 font-semibold">{title}</h2>
      <ul>
        {shares.slice(0, MOST).map((share) => {
          const changing = decided ? share.changing : 0;
          return (
            <li
              key={share.id ?? 'nobody'}
              className="grid h-7 grid-cols-[128px_minmax(0,1fr)_64px] items-center gap-2.5"
            >
              <span className="flex min-w-0 items-center gap-2">{renderName(share)}</span>
              <span aria-hidden className="flex h-2.5 gap-px">
                <span className="h-full rounded-l-[2px] bg-accent" style={{ width: width(changing) }} />
                <span
                  className="h-full rounded-r-[2px] bg-chart-1"
                  style={{ width: width(share.taken - changing) }}
                />
              </span>
              <span className="text-right tabular-nums">
                <span aria-hidden>
                  {decided ? <b className="text-accent-text">{number(changing)}</b> : null}
                  {decided ? (
                    <span className="text-fg-3">{` / ${number(share.taken)}`}</span>
                  ) : (
                    number(share.taken)
                  )}
                </span>
                <span className="sr-only">{t('value', { taken: share.taken, changing })}</span>
              </span>
            </li>
          );
        })}
      </ul>
      {rest.length > 0 ? (
        <p className="mt-1 text-11 text-fg-3 tabular-nums">
          {t('more', { people: rest.length, count: rest.reduce((sum, { taken }) => sum + taken, 0) })}
        </p>
      ) : null}
    </section>
  );
}
