'use client';
import { useTranslations } from 'next-intl';
import { useEffect, useMemo, useState } from 'react';
import { useOnline } from '@/components/issues/use-media';
import { useSpace } from '@/components/layout/space-provider';
import { useMakePlan } from '@/components/operations/use-make-plan';
import { type DraftOverdue, overdueShelf } from './overdue-data';
import type { OverdueForm } from './overdue-form';
import { problemsOf } from './problems';
import { useLateIssues } from './use-late-issues';
import { useMarking } from './use-marking';

/** The page at work: what was entered, what it would do, what is in the way, and making a plan of it. */
export function useOverdue(start: OverdueForm, draft: DraftOverdue, holidays: readonly string[]) {
  const { host, canWrite, today } = useSpace();
  const t = useTranslations('operations.overdue.problem');
  const obstacles = useTranslations('composer.obstacle');
  const online = useOnline();
  const [form, setForm] = useState(start);
  const facts = useLateIssues(form);
  const daysOff = useMemo(() => new Set(holidays), [holidays]);
  const marking = useMarking(form, facts, daysOff);

  const { made, submit, submitting, error } = useMakePlan({
    draft,
    onMade: (number) => overdueShelf(host).write(form, number),
  });
  // What became a plan is kept with its number, and not as something still being entered.
  useEffect(() => {
    if (!made) overdueShelf(host).write(form, null);
  }, [host, form, made]);

  const problems = problemsOf({
    form,
    late: facts.late.length,
    taken: marking.taken.length,
    decided: marking.decided,
    today,
  });
  const obstacle = (): string | null => {
    if (!canWrite) return obstacles('readOnly');
    if (!online) return obstacles('offline');
    if (!facts.ready) return t('reading');
    const [first] = problems;
    return first === undefined ? null : t(first);
  };
  return {
    form,
    facts,
    marking,
    problems,
    patch: (patch: Partial<OverdueForm>) => setForm((before) => ({ ...before, ...patch })),
    patchScope: (patch: Partial<OverdueForm['scope']>) =>
      setForm((before) => ({ ...before, scope: { ...before.scope, ...patch } })),
    restart: (empty: OverdueForm) => setForm(empty),
    obstacle: obstacle(),
    submit: () => {
      if (obstacle() !== null || submitting) return;
      const { kind: _kind, ...input } = marking.operation;
      submit(input);
    },
    submitting,
    error,
  };
}

export type OverdueControl = ReturnType<typeof useOverdue>;
