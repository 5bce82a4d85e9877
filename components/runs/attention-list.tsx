'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { AttentionItem } from './attention-item';
import type { RunItem } from './run-data';

const PAGE = 50;

/** Items that were not done, or stored otherwise than sent. Unmixed with the ones that went well. */
export function AttentionList({ items, over }: { items: readonly RunItem[]; over: boolean }) {
  const t = useTranslations('runs.attention');
  const common = useTranslations('common');
  const [shown, setShown] = useState(PAGE);
  return (
    <section className="px-7 phone:px-4 phone:pb-6">
      <div className="flex h-14 items-center gap-2">
        <h2 className="font-semibold text-14">{t('title')}</h2>
        {items.length > 0 ? (
          <Badge tone="danger" className="tabular-nums">
            {common('issues', { count: items.length })}
          </Badge>
        ) : null}
      </div>
      {items.length === 0 ? (
        <p className="border-line border-t py-3 text-fg-3">{over ? t('noneEnd') : t('none')}</p>
      ) : (
        <ul aria-label={t('title')}>
          {items.slice(0, shown).map((item) => (
            <AttentionItem key={item.position} item={item} />
          ))}
        </ul>
      )}
      {items.length > shown ? (
        <Button className="mb-4" onClick={() => setShown(shown + PAGE)}>
          {t('more', { count: items.length - shown })}
        </Button>
      ) : null}
    </section>
  );
}
