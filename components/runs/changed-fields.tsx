'use client';
import { useLocale, useTranslations } from 'next-intl';
import { type TouchedField, touchedFields } from '@/components/plans/plan-data';

/** What the finished run changed, field by field, against what was approved. */
export function ChangedFields({
  fields,
}: {
  fields: readonly { field: string; planned: number; applied: number }[];
}) {
  const t = useTranslations('runs.changed');
  const common = useTranslations('common');
  const locale = useLocale();
  if (fields.length === 0) return null;
  const most = Math.max(...fields.map(({ planned }) => planned));
  return (
    <section className="px-7 pb-6 phone:px-4">
      <h2 className="flex h-[50px] items-center border-line border-t font-semibold text-14">{t('title')}</h2>
      <dl>
        {fields.map(({ field, planned, applied }) => (
          <div
            key={field}
            className="grid h-8 grid-cols-[110px_minmax(0,1fr)_auto] items-center gap-4 border-line border-t text-fg-2"
          >
            <dt className="truncate">{isField(field) ? common(`field.${field}`) : field}</dt>
            <dd aria-hidden>
              <span
                className="flex h-1.5 overflow-hidden rounded-[3px] bg-surface-3"
                style={{ width: `${(planned / most) * 100}%` }}
              >
                <span
                  className="bg-ok-fill"
                  style={{ width: `${planned > 0 ? (applied / planned) * 100 : 0}%` }}
                />
              </span>
            </dd>
            <dd className="tabular-nums">
              <b className="text-fg">{applied.toLocaleString(locale)}</b>
              <span className="text-fg-3"> / {common('issues', { count: planned })}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

const names: readonly string[] = touchedFields;
function isField(name: string): name is TouchedField {
  return names.includes(name);
}
