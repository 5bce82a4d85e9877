'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useMemo, useState } from 'react';
import { useOnline } from '@/components/issues/use-media';
import { useSpace } from '@/components/layout/space-provider';
import { useMakePlan } from '../use-make-plan';
import { operationOf } from './form-operation';
import { type DraftHandover, handoverShelf } from './handover-data';
import { type HandoverForm, withLeaver, withSuccessors } from './handover-form';
import { problemsOf } from './problems';
import { useForecast } from './use-forecast';
import { useLeaverFacts } from './use-leaver-facts';
import type { Start } from './use-start-form';

/** The page at work: what was entered, what it would do, what is in the way, and making a plan of it. */
export function useHandover(start: Start, draft: DraftHandover, holidays: readonly string[]) {
  const { host, canWrite } = useSpace();
  const locale = useLocale();
  const t = useTranslations('operations.handover.problem');
  const obstacles = useTranslations('composer.obstacle');
  const online = useOnline();
  const [form, setForm] = useState(start.form);
  const facts = useLeaverFacts(form);
  const days = useMemo(() => new Set(holidays), [holidays]);
  const forecast = useForecast(form, facts, days);

  const { made, submit, submitting, error } = useMakePlan({
    draft,
    onMade: (number) => handoverShelf(host).write({ form, done: true }, number),
  });
  useEffect(() => {
    if (made || form === start.form) return;
    handoverShelf(host).write({ form, done: false }, start.planNumber);
  }, [host, form, made, start]);

  const problems = problemsOf({
    form,
    held: facts.held.length,
    going: facts.going.length,
    candidates: facts.candidates,
    choice: forecast.choice,
    complete: forecast.split !== null,
    personOf: facts.personOf,
  });
  const obstacle = (): string | null => {
    if (!canWrite) return obstacles('readOnly');
    if (!online) return obstacles('offline');
    if (!facts.ready) return t('reading');
    const [first] = problems;
    return first === undefined ? null : t(first.code, first.values);
  };
  const from = form.from === null ? null : facts.personOf(form.from);
  return {
    form,
    facts,
    forecast,
    /** What stands at its fields; nothing while the issues are still being read. */
    problems: facts.ready ? problems : [],
    from,
    patch: (patch: Partial<HandoverForm>) => setForm((before) => ({ ...before, ...patch })),
    patchScope: (patch: Partial<HandoverForm['scope']>) =>
      setForm((before) => ({ ...before, scope: { ...before.scope, ...patch } })),
    chooseFrom: (id: number) => setForm((before) => withLeaver(before, id)),
    chooseTo: (ids: readonly number[]) => setForm((before) => withSuccessors(before, ids)),
    restart: (empty: HandoverForm) => setForm(empty),
    obstacle: obstacle(),
    submit: () => {
      if (obstacle() !== null || from === null || forecast.split === null) return;
      const heldIn = facts.heldIn.map((project) => project.id);
      const { kind: _kind, ...input } = operationOf(form, from, forecast.split, { heldIn, lang: locale });
      submit(input);
    },
    submitting,
    error,
  };
}

export type HandoverControl = ReturnType<typeof useHandover>;
