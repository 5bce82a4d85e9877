'use client';
import { ListTree } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import type { LeftOpen } from '@/lib/bulk/left-open';
import { useFixControl } from './fix-context';
import { cardButton, cardClass } from './warning-card';

const SHOWN = 3;
const NAMED = 5;

/** Parents that would be closed while a person has left out children: either all of a family, or none. */
export function LeftOpenCard({ open }: { open: readonly LeftOpen[] }) {
  const t = useTranslations('plans.leftOpen');
  const { disabled, onInclude } = useFixControl();
  const children = [...new Set(open.flatMap((one) => one.children.map((child) => child.issueId)))];
  const parents = open.map(({ parent }) => parent.issueId);
  return (
    <div className={cardClass}>
      <div className="flex items-center gap-2 text-[12.5px]">
        <ListTree size={14} aria-hidden className="shrink-0 text-warn" />
        <span className="flex-1 font-medium">{t('title')}</span>
        <span className="text-fg-3 tabular-nums">{open.length.toLocaleString()}</span>
      </div>
      {open.slice(0, SHOWN).map(({ parent, children: out }) => (
        <p key={parent.issueId} className="mt-0.5 text-12 text-fg-2">
          <span className="tabular-nums">{parent.issueKey}</span>{' '}
          {t('text', {
            keys: out
              .slice(0, NAMED)
              .map((child) => child.issueKey)
              .join(', '),
            more: Math.max(0, out.length - NAMED),
          })}
        </p>
      ))}
      <div className="mt-1.5 flex flex-wrap gap-1">
        <Button disabled={disabled} onClick={() => onInclude(children, true)} className={cardButton}>
          {t('include', { count: children.length })}
        </Button>
        <Button
          tone="ghost"
          disabled={disabled}
          onClick={() => onInclude(parents, false)}
          className={cardButton}
        >
          {t('exclude', { count: parents.length })}
        </Button>
      </div>
    </div>
  );
}
