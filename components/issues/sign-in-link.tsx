'use client';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import type { ActionError } from '@/lib/actions/action-result';

/** Signing in again in another tab, where that helps: what is selected and typed here stays. */
export function SignInLink({ error }: { error: ActionError }) {
  const t = useTranslations('issues');
  if (error.code !== 'UNAUTHENTICATED' && error.code !== 'SIGN_IN_AGAIN') return null;
  return (
    <Button asChild className="h-6 phone:h-11">
      <a href="/sign-in" target="_blank" rel="noreferrer">
        {t('signInElsewhere')}
      </a>
    </Button>
  );
}
