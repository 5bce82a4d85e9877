'use client';
import { Lock, WifiOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { ErrorCallout } from '@/components/layout/error-callout';
import { useSpace } from '@/components/layout/space-provider';
import { useFormat } from '@/components/layout/use-format';
import { Button } from '@/components/ui/button';
import type { ActionError } from '@/lib/actions/action-result';
import type { IgnoredParam } from '@/lib/columns/issue-view-url';
import { Band } from './band';
import { SignInLink } from './sign-in-link';

interface ListBandsProps {
  error: ActionError | null;
  onRetry: () => void;
  online: boolean;
  /** When what is shown was read, epoch ms. */
  readAt: number | null;
  ignored: readonly IgnoredParam[];
}

/** What is wrong or limited at the moment. Rows that did load stay below. */
export function ListBands({ error, onRetry, online, readAt, ignored }: ListBandsProps) {
  const t = useTranslations('issues.band');
  const common = useTranslations('common');
  const format = useFormat();
  const { canWrite } = useSpace();
  return (
    <>
      {ignored.length > 0 ? (
        <p role="status" className="flex-none truncate px-5 pb-1.5 text-12 text-fg-3 phone:px-4">
          {t('ignored', { params: ignored.map(({ param, value }) => `?${param}=${value}`).join('、') })}
        </p>
      ) : null}
      {canWrite ? null : (
        <Band tone="info" icon={Lock} title={t('readOnly')}>
          {t('readOnlyWhy')}
        </Band>
      )}
      {online ? null : (
        <Band
          tone="plain"
          icon={WifiOff}
          title={t('offline')}
          action={<span className="text-11 text-fg-3">{t('reconnects')}</span>}
        >
          {readAt === null ? null : t('offlineSince', { time: format.time(new Date(readAt).toISOString()) })}
        </Band>
      )}
      {error && online ? (
        <ErrorCallout
          error={error}
          className="flex-none items-center rounded-none border-x-0 border-b-0 px-5 phone:px-4"
          action={
            <>
              <SignInLink error={error} />
              <Button onClick={onRetry} className="h-6 phone:h-11">
                {common('retry')}
              </Button>
            </>
          }
        />
      ) : null}
    </>
  );
}
