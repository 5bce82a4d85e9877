'use client';
import { GitMergeConflict, Undo2 } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useSpace } from '@/components/layout/space-provider';
import { useSentences } from '@/components/layout/use-sentences';
import type { PlanSummary } from './plan-data';

/** Of a plan that comes from a run: which one, what it takes back, and what nobody can take back. */
export function SourceNotice({ plan }: { plan: PlanSummary }) {
  const t = useTranslations('plans');
  const { host } = useSpace();
  const { kind, sourceRunId, sourceNumber } = plan;
  if (sourceRunId === null || sourceNumber === null) return null;
  const undo = kind === 'undo';
  const Icon = undo ? Undo2 : GitMergeConflict;
  const number = String(sourceNumber);
  return (
    <div
      role="note"
      className="flex flex-none items-start gap-2.5 border-info-line border-b bg-info-soft px-5 py-2 text-12 leading-[19px] phone:px-4 narrow:order-1"
    >
      <Icon size={16} aria-hidden className="mt-px shrink-0 text-info" />
      <div className="min-w-0 flex-1">
        <p>
          {t(undo ? 'undo.of' : 'again.of', { number })}{' '}
          <Link
            href={`/${host}/runs/${sourceRunId}`}
            className="whitespace-nowrap font-medium underline underline-offset-3"
          >
            {t('undo.open')}
          </Link>
        </p>
        {undo && plan.undo ? <Limits undo={plan.undo} /> : null}
      </div>
    </div>
  );
}

/** Comments stay, and what people were told cannot be untold: said before anything is approved. */
function Limits({ undo }: { undo: NonNullable<PlanSummary['undo']> }) {
  const t = useTranslations('plans.undo');
  const sentences = useSentences();
  const { comments, notified } = undo;
  return (
    <p className="text-fg-2">
      <b className="mr-1.5 font-medium text-fg">{t('cannot')}</b>
      {sentences(
        comments > 0 ? t('comments', { count: comments }) : null,
        notified > 0 ? t('notified', { count: notified }) : t('mails'),
      )}
    </p>
  );
}
