'use client';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { Button } from '@/components/ui/button';
import { useFixControl } from './fix-context';
import type { PlanItem } from './plan-data';
import { useChangeWords } from './use-change-words';

/** More are counted only. */
const NAMED = 3;

/** What a person added to the plan, by what it does; each can be taken back. */
export function FixList({ items }: { items: readonly PlanItem[] }) {
  const t = useTranslations('plans.fix');
  const common = useTranslations('common');
  const words = useChangeWords();
  const { lines, disabled, takeBack } = useFixControl();
  const keys = useMemo(() => new Map(items.map((item) => [item.issueId, item.issueKey])), [items]);
  if (lines.length === 0) return null;
  return (
    <div className="border-line border-t px-4 py-3 narrow:border-t-0">
      <h3 className="mb-1 font-semibold text-13">{t('title')}</h3>
      <ul className="grid gap-0.5 text-12">
        {lines.map(({ key, change, issueIds, removal }) => {
          const what = change === null ? t('added') : words.change(change);
          const named = issueIds.length > NAMED ? [] : issueIds.map((id) => keys.get(id) || `#${id}`);
          return (
            <li key={key} className="flex items-baseline gap-2">
              <span className="min-w-0 flex-1">
                <span className="text-accent-text">{what}</span>{' '}
                <span className="text-fg-3 tabular-nums">{named.join(', ')}</span>
              </span>
              <span className="whitespace-nowrap text-fg-2 tabular-nums">
                {common('issues', { count: issueIds.length })}
              </span>
              <Button
                tone="ghost"
                disabled={disabled}
                aria-label={t('takeBackOf', { what })}
                onClick={() => takeBack([removal])}
                className="phone:min-h-11"
              >
                {t('takeBack')}
              </Button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
