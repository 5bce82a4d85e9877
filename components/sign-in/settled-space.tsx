'use client';
import { CircleCheck, Globe } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { OfferedSpace } from './sign-in-types';

interface SettledSpaceProps {
  space: OfferedSpace;
  /** It has answered; nothing more is claimed. */
  checked: boolean;
  /** Absent when the server knows only this one. */
  onChange: (() => void) | null;
}

/** Which space one is about to log in to. */
export function SettledSpace({ space, checked, onChange }: SettledSpaceProps) {
  const t = useTranslations('signIn');
  const note = checked ? t('connected') : onChange ? null : t('preset');
  return (
    <section aria-labelledby="settled-space">
      <h2 id="settled-space" className="mb-1 text-12 font-medium text-fg-2">
        {t('space')}
      </h2>
      <div className="flex items-center gap-2.5 rounded-card border border-line-2 bg-surface-2 px-3 py-2">
        {checked ? (
          <CircleCheck size={14} aria-hidden className="shrink-0 text-ok" />
        ) : (
          <Globe size={14} aria-hidden className="shrink-0 text-fg-3" />
        )}
        <div className="min-w-0 flex-1">
          <p className="truncate font-medium leading-[19px]">{space.name ?? space.host}</p>
          <p className="truncate text-12 leading-4 text-fg-3" role="status">
            {[space.name ? space.host : null, note].filter(Boolean).join('　')}
          </p>
        </div>
        {onChange ? (
          <button
            type="button"
            onClick={onChange}
            className="min-h-6 phone:min-h-11 text-12 underline decoration-fg-3 underline-offset-3 hover:decoration-fg"
          >
            {t('change')}
          </button>
        ) : null}
      </div>
    </section>
  );
}
