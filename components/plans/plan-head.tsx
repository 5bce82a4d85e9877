'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useFormat } from '@/components/layout/use-format';
import { useSentences } from '@/components/layout/use-sentences';
import { HeldArchive } from './held-archive';
import type { PlanItem, PlanSummary } from './plan-data';
import { includedPerField } from './plan-view';
import { StageList } from './stage-list';
import { isCustomColumn } from './touched-fields';
import { useDiffText } from './use-diff-text';
import { usePlanTitle } from './use-plan-title';

/** Which plan this is and what approving it does, in one sentence. */
export function PlanHead({ plan, items }: { plan: PlanSummary; items: readonly PlanItem[] }) {
  const t = useTranslations('plans');
  const format = useFormat();
  const titleOf = usePlanTitle();
  return (
    <div className="bg-surface px-4 pt-4 pb-3 narrow:order-2 narrow:border-line narrow:border-b narrow:py-2.5">
      <p className="mb-0.5 text-11 text-fg-3 tabular-nums">
        {t('numberAt', { number: String(plan.number), at: format.instant(plan.createdAt) })}
      </p>
      <h2
        title={titleOf(plan)}
        className="font-semibold text-15 [overflow-wrap:anywhere] [&:lang(en)]:[word-break:keep-all] narrow:line-clamp-1 phone:line-clamp-none"
      >
        {titleOf(plan)}
      </h2>
      <p className="mt-1 text-12 text-fg-2 leading-5">{useEffectSentence(items)}</p>
      <StageList items={items} />
      <HeldArchive plan={plan} items={items} />
    </div>
  );
}

/** `118件の状態・担当者を書き換え、コメントを付けます。` */
function useEffectSentence(items: readonly PlanItem[]): string {
  const t = useTranslations('plans.sentence');
  const text = useDiffText();
  const sentences = useSentences();
  const locale = useLocale();
  const included = items.filter((item) => item.included);
  const steps = included.filter((item) => item.step).length;
  const count = included.length - steps;
  if (included.length === 0) return t('none');
  const touched = includedPerField(items);
  const names = touched.flatMap(({ field }) => {
    if (field === 'comment' || field === 'notify') return [];
    const name = text.column(field);
    // A custom field is called as its project writes it.
    return locale === 'ja' || isCustomColumn(field) ? name : name.toLowerCase();
  });
  const comments = touched.find(({ field }) => field === 'comment')?.count ?? 0;
  const people = new Set(included.flatMap((item) => item.params.notifiedUserId ?? [])).size;
  const fields = locale === 'ja' ? names.join('・') : new Intl.ListFormat('en').format(names);
  const said = () => {
    if (names.length === 0) return comments > 0 ? t('comment', { count }) : '';
    return comments > 0 ? t('fieldsAndComment', { count, fields, comments }) : t('fields', { count, fields });
  };
  return sentences(
    ...[
      said(),
      people > 0 ? t('notify', { people }) : '',
      steps > 0 ? t('steps', { count: steps }) : '',
    ].filter(Boolean),
  );
}
