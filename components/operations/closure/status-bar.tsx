'use client';
import { useLocale, useTranslations } from 'next-intl';
import type { CSSProperties } from 'react';
import { cn } from '@/components/ui/cn';
import { colorStyle } from '@/components/ui/color-chip';

interface Part {
  key: 'closed' | 'resolved' | 'unfinished' | 'undecided';
  count: number;
  /** Backlog's colour, `#rrggbb`. */
  color?: string | undefined;
}

interface StatusBarProps {
  parts: readonly Part[];
  total: number;
  /** Null while the change logs are not known. */
  added: number | null;
}

const fills: Readonly<Partial<Record<Part['key'], string>>> = {
  closed: 'bg-line-control',
  undecided: 'bg-warn-fill',
};

/** How the milestone stands: one bar, its parts in words, and the total. */
export function StatusBar({ parts, total, added }: StatusBarProps) {
  const t = useTranslations('operations.closure.head');
  const locale = useLocale();
  const shown = parts.filter(({ count }) => count > 0);
  const look = ({ key, color }: Part): { className: string; style: CSSProperties } =>
    key === 'closed' || key === 'undecided' || color === undefined
      ? { className: fills[key] ?? 'bg-chart-1', style: {} }
      : { className: 'type-mark', style: colorStyle(color) };
  return (
    <div className="min-w-0 flex-1">
      <div
        role="img"
        aria-label={t('sentence', {
          total,
          parts: parts.map(({ key, count }) => t('part', { name: t(key), count })).join(t('and')),
        })}
        className="flex h-2.5 gap-0.5"
      >
        {shown.map((part) => {
          const { className, style } = look(part);
          return (
            <span
              key={part.key}
              style={{ ...style, flexGrow: part.count }}
              className={cn('basis-0 rounded-[2px] first:rounded-l-full last:rounded-r-full', className)}
            />
          );
        })}
      </div>
      <div className="mt-2 flex flex-wrap items-center gap-x-3.5 gap-y-1 text-11 text-fg-2">
        {parts.map((part) => {
          const { className, style } = look(part);
          return (
            <span key={part.key} className="flex items-center gap-1.5 whitespace-nowrap">
              <span aria-hidden style={style} className={cn('size-[9px] rounded-[2px]', className)} />
              {t(part.key)}
              <b className="text-fg tabular-nums">{part.count.toLocaleString(locale)}</b>
            </span>
          );
        })}
        <span className="ml-auto whitespace-nowrap text-fg-3 tabular-nums">
          {added === null ? t('total', { total }) : t('totalAdded', { total, added })}
        </span>
      </div>
    </div>
  );
}
