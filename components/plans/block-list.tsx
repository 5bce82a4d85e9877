'use client';
import { Ban } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { useFixControl } from './fix-context';
import type { PlanItem } from './plan-data';
import { PutRight } from './put-right';
import { useReasonText } from './reason-text';
import { fieldName } from './row-notes';
import { useChangeWords } from './use-change-words';
import { cardButton, RowKey } from './warning-card';
import { groupBlocks } from './warning-groups';

const SHOWN = 3;

/** Rows that cannot be carried out, by reason; where another value helps, it is chosen here. */
export function BlockList({ items, onShow }: { items: readonly PlanItem[]; onShow: () => void }) {
  const t = useTranslations('plans');
  const common = useTranslations('common');
  const reason = useReasonText();
  const words = useChangeWords();
  const { plan } = useFixControl();
  const groups = useMemo(() => groupBlocks(items, plan.kind), [items, plan.kind]);
  if (groups.length === 0) return null;
  const count = groups.reduce((sum, group) => sum + group.rows.length, 0);
  return (
    <div className="border-line border-t px-4 py-3 narrow:border-t-0">
      <div className="mb-2 flex items-center gap-2">
        <h3 className="font-semibold text-13">{t('blocks.title')}</h3>
        <Badge className="tabular-nums">{common('issues', { count })}</Badge>
      </div>
      <div className="grid gap-2">
        {groups.map(({ key, block, rows, cure }) => (
          <div key={key} className="rounded-ctl border border-line bg-surface px-3 py-2">
            <div className="flex items-start gap-2 text-12">
              <Ban size={14} aria-hidden className="mt-0.5 shrink-0 text-fg-3" />
              <span className="flex-1">{reason.block({ blocks: [block], diffs: [] })}</span>
              <span className="text-fg-3 tabular-nums">{rows.length.toLocaleString()}</span>
            </div>
            <p className="mt-0.5 flex flex-wrap gap-x-2 text-12 text-fg-2">
              {rows.slice(0, SHOWN).map((item) => (
                <RowKey key={item.issueId} item={item}>
                  {item.issueKey}
                </RowKey>
              ))}
            </p>
            <div className="mt-1.5 flex flex-wrap gap-1 empty:hidden">
              <PutRight
                code={null}
                rows={rows}
                fixes={[]}
                cure={cure}
                field={fieldName(cure, block.values.field, words.field)}
              />
              {rows.length > SHOWN ? (
                <Button tone="ghost" onClick={onShow} className={cardButton}>
                  {t('blocks.more', { count: rows.length - SHOWN })}
                </Button>
              ) : null}
            </div>
          </div>
        ))}
      </div>
    </div>
  );
}
