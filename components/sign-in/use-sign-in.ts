'use client';
import { useState } from 'react';
import type { ActionError } from '@/lib/actions/action-result';
import type { TypedAddress } from './address-form';
import { loginWithApiKey, startLogin } from './sign-in-requests';
import type { CheckSpace, OfferedSpace, SignInView } from './sign-in-types';
import { endings, joinAddress } from './split-address';

type Busy = { kind: 'checking'; host: string } | { kind: 'login' } | { kind: 'apiKey' } | null;

/** State of the page: the space first, then one of two ways in. What was typed stays through every failure. */
export function useSignIn(view: SignInView, checkSpace: CheckSpace) {
  const [space, setSpace] = useState<(OfferedSpace & { checked: boolean }) | null>(view.space);
  const [address, setAddress] = useState<TypedAddress>({ text: '', ending: endings[0] });
  const [apiKey, setApiKey] = useState('');
  const [keyOpen, setKeyOpen] = useState(view.failure?.code === 'API_KEY_WRONG');
  const [failure, setFailure] = useState<ActionError | null>(view.failure);
  const [busy, setBusy] = useState<Busy>(null);

  async function check(host: string) {
    setBusy({ kind: 'checking', host });
    const lost: ActionError = { code: 'NETWORK', details: {} };
    const result = await checkSpace(host).catch(() => ({ ok: false as const, error: lost }));
    setBusy(null);
    setFailure(result.ok ? null : result.error);
    if (!result.ok) return;
    const offered = view.offered.find((one) => one.host === result.value.host);
    setSpace({ ...result.value, name: offered?.name ?? null, checked: true });
  }

  async function go(kind: 'login' | 'apiKey') {
    if (!space) return;
    if (kind === 'apiKey' && apiKey.trim() === '') {
      setFailure({ code: 'BAD_INPUT', details: {} });
      return;
    }
    setBusy({ kind });
    setFailure(null);
    const attempt = { space: space.host, returnTo: view.returnTo };
    const answer =
      kind === 'login'
        ? await startLogin(attempt)
        : await loginWithApiKey({ ...attempt, apiKey: apiKey.trim() });
    if ('url' in answer) {
      window.location.assign(answer.url);
      return;
    }
    setBusy(null);
    setFailure(answer.failure);
  }

  return {
    space,
    address,
    apiKey,
    keyOpen,
    failure,
    busy,
    setAddress,
    setApiKey,
    toggleKey: () => setKeyOpen(!keyOpen),
    checkAddress: () => check(joinAddress(address.text, address.ending)),
    choose: check,
    login: () => go('login'),
    loginByKey: () => go('apiKey'),
    changeSpace: () => {
      setSpace(null);
      setFailure(null);
    },
  };
}
