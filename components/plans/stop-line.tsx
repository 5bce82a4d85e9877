'use client';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { settingsOptions } from '@/components/layout/queries';
import { useSpace } from '@/components/layout/space-provider';

/** After how many failures the run will stop, as the person has set it. */
export function StopLine() {
  const t = useTranslations('plans');
  const { host } = useSpace();
  const { data } = useQuery(settingsOptions(host));
  if (data === undefined) return null;
  const { stopAfterFailures } = data;
  return (
    <p className="px-4 pb-3 text-11 text-fg-3">
      <Link
        href={`/${host}/settings`}
        className="underline decoration-line-control underline-offset-3 hover:decoration-current"
      >
        {stopAfterFailures === null ? t('stopNever') : t('stopAfter', { count: stopAfterFailures })}
      </Link>
    </p>
  );
}
