'use client';
import { useQuery } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { SignInLink } from '@/components/issues/sign-in-link';
import { ErrorCallout } from '@/components/layout/error-callout';
import { quotaOptions } from '@/components/layout/queries';
import { useSpace } from '@/components/layout/space-provider';
import { useFormat } from '@/components/layout/use-format';
import { Button } from '@/components/ui/button';
import { Spinner } from '@/components/ui/spinner';
import { useNow } from '@/components/ui/use-now';
import type { ActionError } from '@/lib/actions/action-result';
import { defaultPace, estimateSeconds } from '@/lib/bulk/estimate';
import { joinNames } from '@/lib/i18n/join-texts';

/** Round trip of a write before one was measured, seconds; the preview knows the measured one. */
const ASSUMED_CALL_SECONDS = 0.3;
/** Writes per minute that a run leaves to the person. */
const RESERVE = 10;

interface OperationFootProps {
  /** Issues that would be written. */
  count: number;
  /** What is written on how many of them, e.g. 状態 12. */
  parts: readonly string[];
  /** Behind the number, e.g. what cannot be carried out. */
  children?: ReactNode;
  /** Why no preview can be made; null when it can. */
  obstacle: string | null;
  error: ActionError | null;
  submitting: boolean;
  onSubmit: () => void;
}

/** What an operation comes to, how long it would take, and the way to the preview. */
export function OperationFoot(props: OperationFootProps) {
  const { count, parts, obstacle, error, submitting } = props;
  const t = useTranslations('operations.common.foot');
  const common = useTranslations('common');
  const composer = useTranslations('composer');
  const locale = useLocale();
  return (
    <section
      aria-label={t('title')}
      className="border-line border-t bg-surface px-[18px] py-3.5 narrow:sticky narrow:bottom-0 narrow:z-10 phone:px-4 phone:py-2.5"
    >
      {error ? <ErrorCallout error={error} action={<SignInLink error={error} />} className="mb-3" /> : null}
      <dl className="mb-3 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5 text-12 tabular-nums phone:mb-2">
        <dt className="text-fg-3">{t('target')}</dt>
        <dd className="text-right">
          <b>{common('issues', { count })}</b>
          {parts.length > 0 ? (
            <span className="text-fg-3 phone:hidden">{` ・ ${joinNames(locale, parts)}`}</span>
          ) : null}
          {props.children}
        </dd>
        <dt className="text-fg-3 phone:hidden">{t('time')}</dt>
        <dd className="text-right phone:hidden">
          <Time count={count} />
        </dd>
      </dl>
      <Button
        tone="ink"
        size="xl"
        block
        // Stays focusable, so the reason can be read.
        aria-disabled={obstacle !== null || submitting}
        aria-describedby="operation-note"
        aria-keyshortcuts="Control+Enter"
        onClick={() => {
          if (obstacle === null && !submitting) props.onSubmit();
        }}
      >
        {submitting ? <Spinner /> : null}
        {submitting ? composer('submitting') : composer('submit')}
        {submitting ? null : (
          <kbd className="ml-0.5 rounded-tag border border-current/35 px-1 font-sans text-11 phone:hidden">
            Ctrl ↵
          </kbd>
        )}
      </Button>
      <p id="operation-note" className="mt-1.5 text-center text-11 text-fg-3">
        {obstacle ?? composer('nothingChanges')}
      </p>
    </section>
  );
}

function Time({ count }: { count: number }) {
  const t = useTranslations('operations.common.foot');
  const common = useTranslations('common.duration');
  const format = useFormat();
  const { host } = useSpace();
  const quota = useQuery(quotaOptions(host)).data?.update ?? null;
  // The window is told in whole minutes: a look every 15 s is near enough.
  const now = useNow(15_000);
  if (count === 0) return <span className="text-fg-3">—</span>;
  const seconds = estimateSeconds({
    count,
    pace: defaultPace(count),
    limit: quota?.limit ?? Number.MAX_SAFE_INTEGER,
    remaining: quota?.remaining ?? Number.MAX_SAFE_INTEGER,
    resetInSeconds: quota && now !== null ? Math.max(0, (quota.resetAt - now) / 1000) : 0,
    callSeconds: ASSUMED_CALL_SECONDS,
    reserve: RESERVE,
  });
  return (
    <>
      {common('about', { duration: format.duration(seconds) })}
      <span className="text-fg-3">
        {` ・ ${quota ? t('callsOf', { count, remaining: quota.remaining }) : t('calls', { count })}`}
      </span>
    </>
  );
}
