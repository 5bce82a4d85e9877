import { useTranslations } from 'next-intl';

/** People of the demo space `hoshikawa` who have a key. */
const keys = [
  { key: 'demo-admin-key', who: 'admin' },
  { key: 'demo-member-key', who: 'member' },
  { key: 'demo-guest-key', who: 'guest' },
] as const;

/** Who one can be in the demo. */
export function DemoNote() {
  const t = useTranslations('signIn.demo');
  return (
    <aside aria-label={t('title')} className="mt-7 border-line border-t py-3.5 text-12 leading-[19px]">
      <p className="font-medium text-13 text-fg">{t('title')}</p>
      <p className="text-fg-3">{t('note')}</p>
      <p className="mt-1.5 text-fg-3">{t('people')}</p>
      <dl className="mt-1 grid grid-cols-[auto_1fr] gap-x-3 text-fg-2">
        {keys.map(({ key, who }) => (
          <div key={key} className="contents">
            <dt>
              <code className="font-mono text-11">{key}</code>
            </dt>
            <dd>{t(`keys.${who}`)}</dd>
          </div>
        ))}
      </dl>
    </aside>
  );
}
