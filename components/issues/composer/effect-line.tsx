'use client';
import { useTranslations } from 'next-intl';
import type { ChangeKey } from '@/lib/bulk/change-key';
import type { FieldEffect } from './effect';

const changedWords = { comment: 'effectComment', notify: 'effectNotify' } as const;

/** How many issues one change touches, and which cannot get the value. */
export function EffectLine({ field, effect }: { field: ChangeKey; effect: FieldEffect }) {
  const t = useTranslations('composer');
  const lacking = [...effect.lacking];
  const words = field === 'comment' || field === 'notify' ? changedWords[field] : 'effectChanged';
  return (
    <p className="mt-1.5 flex flex-wrap gap-x-2.5 text-[11.5px] leading-[18px] tabular-nums">
      {effect.changed === null ? (
        <span className="text-fg-3">{t('effectLater')}</span>
      ) : (
        <span>
          {t.rich(words, {
            count: effect.changed,
            b: (chunks) => <b className="text-accent-text">{chunks}</b>,
          })}
        </span>
      )}
      {effect.same > 0 ? <span className="text-fg-3">{t('effectSame', { count: effect.same })}</span> : null}
      {lacking.length > 0 ? (
        <span className="text-warn">
          {t(effect.changed === null ? 'effectBlocked' : 'effectLacking', {
            count: lacking.reduce((sum, [, count]) => sum + count, 0),
            projects: lacking.map(([project]) => project).join(' '),
          })}
        </span>
      ) : null}
    </p>
  );
}
