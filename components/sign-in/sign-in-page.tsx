import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Logo } from '@/components/ui/logo';
import type { Locale } from '@/lib/i18n/locales';
import { DemoNote } from './demo-note';
import { LanguageSwitch } from './language-switch';
import { SamplePlan } from './sample-plan';
import { SignInForm } from './sign-in-form';
import type { CheckSpace, SignInView } from './sign-in-types';
import { ThreeSteps } from './three-steps';

interface SignInPageProps {
  view: SignInView;
  checkSpace: CheckSpace;
  setLocale: (locale: Locale) => Promise<void>;
}

/** The only page without a session: left what to do, right what it is about. */
export function SignInPage({ view, checkSpace, setLocale }: SignInPageProps) {
  const t = useTranslations('signIn');
  return (
    <div className="grid min-h-dvh grid-cols-[minmax(0,1fr)_620px] narrow:grid-cols-1">
      <main className="flex min-w-0 flex-col bg-surface px-8 py-[22px] phone:px-5">
        <header className="flex items-center gap-[9px]">
          <Logo />
          <b className="text-14">Ikkatsu</b>
          <span lang="ja" className="text-fg-3">
            一括
          </span>
          <span className="flex-1" />
          <LanguageSwitch setLocale={setLocale} />
        </header>
        <div className="m-auto w-full max-w-[408px] py-10">
          <h1 className="mb-[30px] font-semibold text-[23px] leading-[1.55] tracking-[-.005em] phone:text-20">
            {t.rich('headline', { break: () => <br /> })}
          </h1>
          {view.backTo ? (
            <p className="mb-4 text-12 leading-[19px] text-fg-2">
              {t('add')}{' '}
              <Link
                href={`/${view.backTo.host}/issues`}
                className="text-fg underline decoration-fg-3 underline-offset-3"
              >
                {t('backToApp', { name: view.backTo.name })}
              </Link>
            </p>
          ) : null}
          <SignInForm view={view} checkSpace={checkSpace} />
          {view.demo ? <DemoNote /> : null}
        </div>
        <footer className="text-11 text-fg-3">{t('footer')}</footer>
      </main>
      <aside className="flex flex-col justify-center gap-11 border-line border-l bg-bg px-16 narrow:hidden">
        <SamplePlan />
        <ThreeSteps />
      </aside>
    </div>
  );
}
