import { ArrowRight, Check } from 'lucide-react';
import { useTranslations } from 'next-intl';

/** A picture of what the product does: a plan before its approval. Read out it would only confuse. */
export function SamplePlan() {
  const t = useTranslations('signIn.sample');
  const rows = [
    { key: 'WEB-1268', subject: t('rows.coupon'), before: t('from'), after: t('to') },
    { key: 'WEB-1259', subject: t('rows.safari'), before: t('dates.nov25'), after: t('dates.dec2') },
    { key: 'WEB-1251', subject: t('rows.reset'), before: 'Sprint 24', after: 'Sprint 25' },
    { key: 'APP-391', subject: t('rows.airplane'), before: t('dates.nov26'), after: t('dates.dec3') },
    { key: 'OPS-209', subject: t('rows.rights'), before: t('dates.dec8'), after: t('dates.dec15') },
  ];
  return (
    <div aria-hidden className="rounded-float bg-surface shadow-e3">
      <div className="flex items-center gap-[11px] border-line border-b px-4 pt-3.5 pb-3">
        <span className="h-[34px] w-[7px] flex-none rounded-l-[2px] border-2 border-accent border-r-0" />
        <div className="min-w-0 flex-1">
          <span className="font-normal text-13">
            {t.rich('title', { count: () => <b className="text-16">{t('count')}</b> })}
          </span>
          <p className="text-11 text-fg-3 tabular-nums">{t('projects')}</p>
        </div>
        <span className="rounded-tag bg-accent-soft-2 px-1.5 py-px text-12 font-medium text-accent-text">
          {t('badge')}
        </span>
      </div>
      {rows.map((row) => (
        <div
          key={row.key}
          className="grid h-9 grid-cols-[72px_minmax(0,1fr)_auto_auto_auto] items-center gap-2 border-line border-b px-4 text-[12.5px]"
        >
          <span className="text-fg-2 tabular-nums">{row.key}</span>
          <span className="truncate">{row.subject}</span>
          <del className="text-fg-3">{row.before}</del>
          <ArrowRight size={12} className="text-fg-3" />
          <ins className="rounded-tag bg-accent-soft-2 px-1.5 py-px text-accent-text">{row.after}</ins>
        </div>
      ))}
      <div className="flex items-center justify-between px-4 py-3">
        <span className="text-12 text-fg-2 tabular-nums">{t('time')}</span>
        <span className="inline-flex h-[34px] items-center gap-1.5 rounded-ctl bg-accent px-3.5 font-semibold text-on-accent">
          <Check size={14} />
          {t('button')}
        </span>
      </div>
    </div>
  );
}
