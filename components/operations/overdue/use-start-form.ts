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
import { overdueShelf } from './overdue-data';
import { emptyForm, formOf, type OverdueForm } from './overdue-form';

export interface StartForm {
  /** Null until it is known. */
  form: OverdueForm | null;
  /** The plan of the address could not be read; the form begins without it. */
  error: ActionError | null;
}

/**
 * What the page begins with: the plan that the address names (`?plan=`), else what this tab was about to enter, else
 * nothing. Later addresses do not bring it back.
 */
export function useStartForm(): StartForm {
  const t = useTranslations('operations.overdue.comment');
  const { host } = useSpace();
  const params = useSearchParams();
  const [planId] = useState(() => params.get('plan'));
  const read = useQuery({ ...newestRevisionOptions(host, planId ?? ''), enabled: planId !== null });
  // The server has no session storage: the first paint is the same on both sides.
  const inBrowser = useSyncExternalStore(
    () => () => undefined,
    () => true,
    () => false,
  );
  const [started, setStarted] = useState<OverdueForm | null>(null);
  const pending = !inBrowser || (planId !== null && read.isPending);
  if (started === null && !pending) setStarted(startForm(host, read.data ?? null, t('template')));
  return { form: started, error: read.isError ? readErrorOf(read.error) : null };
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
