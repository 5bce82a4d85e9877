'use client';
import { useTranslations } from 'next-intl';
import { useSpace } from '@/components/layout/space-provider';
import type { PlanDetail } from '@/lib/actions/plans/plan-schemas';
import { useStart } from '../use-start';
import { formOf } from './form-operation';
import { handoverShelf } from './handover-data';
import { emptyForm, type HandoverForm } from './handover-form';

export interface Start {
  form: HandoverForm;
  /** Number of the plan that it comes from. */
  planNumber: number | null;
}

/**
 * What the page begins with: the plan that the address names (`?plan=`), else what this tab was about to enter, else
 * nothing, or the leaver of the address (`?from=`).
 */
export function useStartForm() {
  const t = useTranslations('operations.handover.comment');
  const { host } = useSpace();
  return useStart((plan, address) => startOf(host, plan, idOf(address.get('from')), t('template')));
}

function startOf(host: string, plan: PlanDetail | null, from: number | null, template: string): Start {
  const shelf = handoverShelf(host).read();
  const kept = shelf?.form ?? null;
  if (plan?.operation?.kind === 'handover') {
    const planNumber = plan.number;
    const own = shelf?.planNumber === planNumber ? kept : null;
    if (own?.done === false) return { form: own.form, planNumber };
    const form = own?.form ?? formOf(plan.operation, template);
    const out = plan.items.filter((item) => item.pile === 'change' && !item.included);
    const leftOut = [...new Set([...form.scope.leftOut, ...out.map((item) => item.issueId)])];
    return { form: { ...form, scope: { ...form.scope, leftOut } }, planNumber };
  }
  // What became a plan is over; the plan itself leads back to it.
  if (shelf && kept?.done === false && (from === null || kept.form.from === from)) {
    return { form: kept.form, planNumber: shelf.planNumber };
  }
  return { form: emptyForm(from, template), planNumber: null };
}

function idOf(text: string | null): number | null {
  return text !== null && /^\d{1,15}$/.test(text) ? Number(text) : null;
}
