'use client';
import { LogIn } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Spinner } from '@/components/ui/spinner';
import { AddressForm } from './address-form';
import { ApiKeyForm } from './api-key-form';
import { SettledSpace } from './settled-space';
import type { CheckSpace, SignInView } from './sign-in-types';
import { SpaceChoice } from './space-choice';
import { useFailureText } from './use-failure-text';
import { useSignIn } from './use-sign-in';

const aboutAddress: ReadonlySet<string> = new Set([
  'SPACE_ADDRESS_INVALID',
  'SPACE_NOT_ALLOWED',
  'SPACE_UNKNOWN',
  'SPACE_UNREACHABLE',
]);
const aboutKey: ReadonlySet<string> = new Set(['API_KEY_WRONG', 'BAD_INPUT']);
/** Why one is here, rather than something that went wrong just now. */
const reasons: ReadonlySet<string> = new Set(['UNAUTHENTICATED', 'SIGN_IN_AGAIN']);

/** The address, then Backlog's own login or an API key. Each failure stands where it can be put right. */
export function SignInForm({ view, checkSpace }: { view: SignInView; checkSpace: CheckSpace }) {
  const t = useTranslations('signIn');
  const textOf = useFailureText();
  const state = useSignIn(view, checkSpace);
  const { space, failure, busy } = state;
  const checking = busy?.kind === 'checking' ? busy.host : null;

  const text = failure && textOf(failure);
  const atAddress = !space && failure && aboutAddress.has(failure.code) ? text : null;
  const atKey = space && state.keyOpen && failure && aboutKey.has(failure.code) ? text : null;
  const callout =
    failure && text && !atAddress && !atKey ? (
      <Callout
        tone={reasons.has(failure.code) ? 'info' : 'danger'}
        role={reasons.has(failure.code) ? 'status' : 'alert'}
        className="my-3.5"
      >
        <b>{text.what}</b>
        <br />
        {text.remedy}
      </Callout>
    ) : null;

  if (!space) {
    return (
      <>
        {callout}
        {view.offered.length > 0 ? (
          <SpaceChoice
            spaces={view.offered}
            checking={checking}
            onChoose={state.choose}
            failure={atAddress}
          />
        ) : (
          <AddressForm
            value={state.address}
            onChange={state.setAddress}
            onSubmit={state.checkAddress}
            checking={checking !== null}
            failure={atAddress}
          />
        )}
      </>
    );
  }

  const going = busy?.kind === 'login';
  return (
    <>
      <SettledSpace
        space={space}
        checked={space.checked}
        onChange={view.offered.length === 1 ? null : state.changeSpace}
      />
      {callout ?? <div className="h-4" />}
      <Button tone="ink" size="xl" block aria-disabled={busy !== null} onClick={() => !busy && state.login()}>
        {going ? <Spinner /> : <LogIn size={14} aria-hidden />}
        {going ? t('goingToBacklog') : t('login')}
      </Button>
      <p className="mt-2 text-center text-12 leading-[19px] text-fg-3">{t('loginHint')}</p>
      <ApiKeyForm
        origin={view.demo ? null : space.origin}
        open={state.keyOpen}
        onToggle={state.toggleKey}
        value={state.apiKey}
        onChange={state.setApiKey}
        onSubmit={state.loginByKey}
        busy={busy?.kind === 'apiKey'}
        failure={failure?.code === 'BAD_INPUT' && atKey ? { what: t('apiKey.empty'), remedy: '' } : atKey}
      />
    </>
  );
}
