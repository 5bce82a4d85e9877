'use client';
import { useTranslations } from 'next-intl';
import type { ActionError } from '@/lib/actions/action-result';

export interface FailureText {
  /** What happened. */
  what: string;
  /** What to do next. */
  remedy: string;
}

const faults = ['empty', 'bareId', 'notBacklog', 'malformed'] as const;
const own = [
  'SPACE_NOT_ALLOWED',
  'SPACE_UNKNOWN',
  'SPACE_UNREACHABLE',
  'CONSENT_REFUSED',
  'API_KEY_WRONG',
  'SIGN_IN_FAILED',
  'UNAUTHENTICATED',
  'SIGN_IN_AGAIN',
] as const;

/** With a host, it was the space that did not answer; without, it was our own server. */
const silent: ReadonlySet<string> = new Set(['NETWORK', 'TIMEOUT', 'BACKLOG_UNAVAILABLE']);

/** A failure of signing in, in two parts: the first is printed bold. */
export function useFailureText(): (failure: ActionError) => FailureText {
  const t = useTranslations('signIn');
  const errors = useTranslations('errors');
  const common = useTranslations('common');
  return ({ code, details, reference }) => {
    if (code === 'SPACE_ADDRESS_INVALID') {
      const fault = faults.find((known) => known === details.fault) ?? 'malformed';
      return { what: t(`fault.${fault}.what`), remedy: t(`fault.${fault}.remedy`) };
    }
    const host = String(details.host ?? '—');
    const meant = details.host !== undefined && silent.has(code) ? 'SPACE_UNREACHABLE' : code;
    const known = own.find((candidate) => candidate === meant);
    if (known) return { what: t(`failure.${known}.what`, { host }), remedy: t(`failure.${known}.remedy`) };
    const values = { host, message: String(details.message ?? '—'), calls: 0, count: 0 };
    const trace = reference ? common('errorReference', { reference }) : common('errorCode', { code });
    return { what: errors(code, values), remedy: trace };
  };
}
