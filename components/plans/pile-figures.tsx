'use client';
import { useTranslations } from 'next-intl';
import { cn } from '@/components/ui/cn';
import type { Pile, PileCounts, PlanItem } from './plan-data';

const order: readonly Pile[] = ['change', 'unchanged', 'needsReview', 'blocked'];

interface PileFiguresProps {
  counts: PileCounts;
  items: readonly PlanItem[];
  pile: Pile;
  onPile: (pile: Pile) => void;
}

/** The four piles. Each figure shows its rows when pressed. */
export function PileFigures({ counts, items, pile, onPile }: PileFiguresProps) {
  const t = useTranslations('plans');
  const common = useTranslations('common.pile');
  const left = items.filter((item) => item.pile === 'change' && !item.included).length;
  const steps = items.filter((item) => item.pile === 'change' && item.step).length;
  const taken = items.filter((item) => item.pile === 'needsReview' && item.included).length;
  const notes: Record<Pile, string> = {
    change:
      left > 0
        ? t('pile.changeLeft', { count: left })
        : steps > 0
          ? t('pile.changeSteps', { count: steps })
          : t('pile.change'),
    unchanged: t('pile.unchanged'),
    needsReview: taken > 0 ? t('pile.needsReviewTaken', { count: taken }) : t('pile.needsReview'),
    blocked: counts.blocked > 0 ? t('pile.blocked') : t('pile.blockedNone'),
  };
  return (
    <fieldset
      aria-label={t('pile.label')}
      className="grid flex-none grid-cols-4 border-line border-b narrow:order-1 phone:grid-cols-2"
    >
      {order.map((name, place) => (
        <button
          key={name}
          type="button"
          aria-pressed={pile === name}
          onClick={() => onPile(name)}
          className={cn(
            'relative grid min-w-0 grid-cols-[auto_1fr] items-baseline gap-x-2.5 border-line py-[11px] pr-3 pl-5 text-left hover:bg-hover focus-visible:z-1 focus-visible:-outline-offset-2 phone:py-2.5 phone:pl-4',
            place > 0 && 'border-l',
            place === 2 && 'phone:border-l-0',
            place > 1 && 'phone:border-t',
            pile === name &&
              'after:absolute after:inset-x-0 after:-bottom-px after:h-0.5 after:bg-fg after:content-[""]',
          )}
        >
          <span
            className={cn(
              'text-[24px] font-semibold leading-[30px] tracking-[-.02em] tabular-nums',
              name === 'change' && 'text-accent-text',
              name === 'needsReview' && counts.needsReview > 0 && 'text-warn',
            )}
          >
            {counts[name].toLocaleString()}
          </span>
          <span
            className={cn(
              'text-12 text-fg-2',
              name === 'needsReview' && counts.needsReview > 0 && 'text-warn',
            )}
          >
            {common(name)}
          </span>
          <span className="col-span-2 truncate text-[11.5px] text-fg-3 leading-4">{notes[name]}</span>
        </button>
      ))}
    </fieldset>
  );
}
