import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';

/** 404: the same words for what is absent and for what this person may not see. */
export function MissingPage() {
  const t = useTranslations('layout.missing');
  return (
    <main className="grid h-full min-h-[60vh] flex-1 place-items-center bg-surface p-8">
      <div className="max-w-[420px] text-center">
        <h1 className="font-semibold text-16">{t('title')}</h1>
        <p className="mt-2 mb-5 text-balance text-fg-2">{t('body')}</p>
        <div className="flex flex-wrap justify-center gap-2">
          <Button tone="ink" asChild>
            <Link href="/">{t('home')}</Link>
          </Button>
          <Button asChild>
            <Link href="/sign-in?add=1">{t('connect')}</Link>
          </Button>
        </div>
      </div>
    </main>
  );
}
