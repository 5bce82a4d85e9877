'use client';
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState, useSyncExternalStore } from 'react';
import { readErrorOf } from '@/components/layout/fetch-result';
import { newestRevisionOptions } from '@/components/layout/newest-revision';
import { useSpace } from '@/components/layout/space-provider';
import type { ActionError } from '@/lib/actions/action-result';
import type { PlanDetail } from '@/lib/actions/plans/plan-schemas';
import { formOf } from './form-operation';
import { handoverShelf } from './handover-data';
import { emptyForm, type HandoverForm } from './handover-form';

export interface Start {
  form: HandoverForm;
  /** Number of the plan that it comes from. */
  planNumber: number | null;
}

export interface StartForm {
  /** Null until it is known. */
  start: Start | null;
  /** The plan of the address could not be read; the form begins without it. */
  error: ActionError | null;
}

/**
 * What the page begins with: the plan that the address names (`?plan=`), else what this tab was about to enter, else
 * nothing, or the leaver of the address (`?from=`). Later addresses do not bring it back.
 */
export function useStartForm(): StartForm {
  const t = useTranslations('operations.handover.comment');
  const { host } = useSpace();
  const params = useSearchParams();
  const [named] = useState(() => ({ planId: params.get('plan'), from: idOf(params.get('from')) }));
  const read = useQuery({
    ...newestRevisionOptions(host, named.planId ?? ''),
    enabled: named.planId !== null,
  });
  // The server has no session storage: the first paint is the same on both sides.
  const inBrowser = useSyncExternalStore(
    () => () => undefined,
    () => true,
    () => false,
  );
  const [started, setStarted] = useState<Start | null>(null);
  const pending = !inBrowser || (named.planId !== null && read.isPending);
  if (started === null && !pending) {
    setStarted(startOf(host, read.data ?? null, named.from, t('template')));
  }
  return { start: started, error: read.isError ? readErrorOf(read.error) : null };
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
