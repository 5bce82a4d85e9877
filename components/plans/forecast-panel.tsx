'use client';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { useSpace } from '@/components/layout/space-provider';
import { Avatar } from '@/components/ui/avatar';
import { Badge } from '@/components/ui/badge';
import { notificationForecast } from '@/lib/bulk/notification-forecast';
import { canNotify } from '@/lib/bulk/notify-fixes';
import { NotifyPicker } from './notify-picker';
import { isGuest, peopleOf } from './people';
import type { PlanDetail, PlanItem } from './plan-data';
import { usePlanReference } from './use-plan-reference';

const SHOWN = 5;

interface ForecastPanelProps {
  plan: Pick<PlanDetail, 'kind' | 'changes' | 'fixes'>;
  items: readonly PlanItem[];
}

/** Who is expected to hear of the run and how often, and whom the person wants to tell beside them. */
export function ForecastPanel({ plan, items }: ForecastPanelProps) {
  const t = useTranslations('plans.forecast');
  const { me } = useSpace();
  const [all, setAll] = useState(false);
  const forecast = useMemo(() => notificationForecast(items, me.id), [items, me.id]);
  const projects = useMemo(
    () => [...new Set(items.filter(canNotify).map((item) => item.projectId))].sort((a, b) => a - b),
    [items],
  );
  const { reference } = usePlanReference(projects);
  const people = useMemo(() => peopleOf(reference, projects, plan), [reference, projects, plan]);
  const { total } = forecast;
  const shown = all ? forecast.people : forecast.people.slice(0, SHOWN);
  const more = forecast.people.length - SHOWN;
  if (projects.length === 0) return null;
  return (
    <section aria-label={t('title')} className="border-line border-t px-4 py-3 narrow:border-t-0">
      <div className="mb-1.5 flex flex-wrap items-center gap-x-2 gap-y-1">
        <h3 className="font-semibold text-13">{t('title')}</h3>
        <Badge>{t('estimate')}</Badge>
        <span className="flex-1" />
        {total > 0 ? (
          <p className="font-medium text-12 tabular-nums">
            {t('sum', { people: forecast.people.length, count: total })}
          </p>
        ) : null}
      </div>
      {total === 0 ? <p className="text-12 text-fg-2">{t('nobody')}</p> : null}
      <ul className="grid gap-1 text-12">
        {shown.map(({ userId, name, count }) => {
          const known = people.get(userId);
          const called = name ?? known?.name ?? t('person', { id: String(userId) });
          return (
            <li key={userId} className="flex items-center gap-2">
              <Avatar size="sm" name={called} id={userId} />
              <span className="min-w-0 truncate">{called}</span>
              {isGuest(known) ? <Badge>{t('guest')}</Badge> : null}
              {reference !== null && known?.role === undefined ? (
                <Badge tone="warn">{t('outside')}</Badge>
              ) : null}
              <span className="flex-1" />
              <span className="whitespace-nowrap tabular-nums">{t('notices', { count })}</span>
            </li>
          );
        })}
      </ul>
      <div className="mt-1 flex flex-wrap items-center gap-x-3">
        {more > 0 ? (
          <button
            type="button"
            aria-expanded={all}
            onClick={() => setAll(!all)}
            className="min-h-7 text-12 text-fg-2 underline decoration-line-control underline-offset-3 hover:decoration-current phone:min-h-11"
          >
            {all ? t('less') : t('more', { count: more })}
          </button>
        ) : null}
        {plan.kind !== 'undo' && reference !== null ? (
          <NotifyPicker items={items} people={people} projects={reference.projects} />
        ) : null}
      </div>
      <p className="mt-1.5 text-11 text-fg-3 leading-[17px]">
        {t('note')} {t('comments')}
      </p>
    </section>
  );
}
