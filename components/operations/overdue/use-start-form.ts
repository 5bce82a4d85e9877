'use client';
import { useTranslations } from 'next-intl';
import { useSpace } from '@/components/layout/space-provider';
import { useStart } from '@/components/operations/use-start';
import type { PlanDetail } from '@/lib/actions/plans/plan-schemas';
import { overdueShelf } from './overdue-data';
import { emptyForm, formOf, type OverdueForm } from './overdue-form';

/**
 * What the page begins with: the plan that the address names (`?plan=`), else what this tab was about to enter, else
 * nothing.
 */
export function useStartForm() {
  const t = useTranslations('operations.overdue.comment');
  const { host } = useSpace();
  return useStart((plan) => startForm(host, plan, t('template')));
}

function startForm(host: string, plan: PlanDetail | null, template: string): OverdueForm {
  const kept = overdueShelf(host).read();
  if (plan?.operation?.kind !== 'overdue') {
    // What became a plan is over; the plan itself leads back to it.
    return kept?.planNumber === null ? kept.form : emptyForm(template);
  }
  const form = kept?.planNumber === plan.number ? kept.form : formOf(plan.operation, template);
  const out = plan.items.filter((item) => item.pile === 'change' && !item.included);
  const leftOut = new Set([...form.scope.leftOut, ...out.map((item) => item.issueId)]);
  return { ...form, scope: { ...form.scope, leftOut: [...leftOut] } };
}
