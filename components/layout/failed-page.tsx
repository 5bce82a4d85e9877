'use client';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';

/** A page that could not be shown. Its message stays on the server; people get a number to quote. */
export function FailedPage({ reference, onRetry }: { reference: string | null; onRetry: () => void }) {
  const t = useTranslations('layout.failed');
  const common = useTranslations('common');
  return (
    <main className="grid h-full min-h-[60vh] flex-1 place-items-center bg-surface p-8">
      <div role="alert" className="max-w-[420px] text-center">
        <h1 className="font-semibold text-16">{t('title')}</h1>
        <p className="mt-2 mb-5 text-fg-2">
          {t('body')}
          {reference ? (
            <span className="block text-12 text-fg-3">{common('errorReference', { reference })}</span>
          ) : null}
        </p>
        <Button tone="ink" onClick={onRetry}>
          {common('retry')}
        </Button>
      </div>
    </main>
  );
}
