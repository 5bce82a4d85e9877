'use client';
import { Menu as MenuIcon } from 'lucide-react';
import { usePathname, useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useState } from 'react';
import { cn } from '@/components/ui/cn';
import { Dialog, DialogTitle, DialogTrigger, SheetContent } from '@/components/ui/dialog';
import { CommandPalette } from './command-palette';
import './style-nonce';
import { Navigation } from './navigation';
import { isPlainKey } from './plain-key';
import { type SpaceInfo, SpaceProvider } from './space-provider';

interface AppShellProps {
  space: SpaceInfo;
  /** A demo space is connected: say so on every page. */
  demo: boolean;
  children: ReactNode;
}

/** Navigation at the side (rail up to 1100 px and on plan and run, drawer on phones) and the page beside it. */
export function AppShell({ space, demo, children }: AppShellProps) {
  const t = useTranslations('layout');
  const pathname = decodeURIComponent(usePathname());
  const [commands, setCommands] = useState(false);
  // The drawer belongs to the page it was opened on: going elsewhere closes it.
  const [drawerAt, setDrawerAt] = useState<string | null>(null);
  const attentive = /^\/[^/]+\/(plans|runs)\/[^/]+/.test(pathname);
  useShellKeys(space.host, () => setCommands(true));

  return (
    <SpaceProvider value={space}>
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-50 focus:rounded-ctl focus:bg-surface focus:px-3 focus:py-2"
      >
        {t('skip')}
      </a>
      <div className="flex h-dvh flex-col print:block print:h-auto">
        {demo ? (
          <aside
            aria-label={t('demo')}
            className="flex-none border-info-line border-b bg-info-soft px-5 py-0.5 text-11 text-info print:hidden"
          >
            {t('demoBanner')}
          </aside>
        ) : null}
        <div className="flex min-h-0 flex-1 print:block">
          <aside
            className={cn(
              'w-[232px] flex-none border-line border-r bg-bg narrow:hidden print:hidden',
              attentive && 'hidden',
            )}
          >
            <Navigation rail={false} onOpenCommands={() => setCommands(true)} />
          </aside>
          <aside
            className={cn(
              'hidden w-14 flex-none border-line border-r bg-bg narrow:block phone:hidden print:hidden',
              attentive && 'wide:block print:hidden',
              'print:hidden!',
            )}
          >
            <Navigation rail onOpenCommands={() => setCommands(true)} />
          </aside>
          <div
            id="content"
            tabIndex={-1}
            className="relative flex min-w-0 flex-1 flex-col outline-none print:block"
          >
            <Dialog open={drawerAt === pathname} onOpenChange={(open) => setDrawerAt(open ? pathname : null)}>
              <DialogTrigger
                aria-label={t('openMenu')}
                className="absolute top-0.5 left-1 z-10 hidden size-11 place-items-center phone:grid print:hidden!"
              >
                <MenuIcon size={20} strokeWidth={1.6} aria-hidden />
              </DialogTrigger>
              <SheetContent side="left" aria-describedby={undefined} className="w-[min(300px,86vw)] bg-bg">
                <DialogTitle className="sr-only">{t('main')}</DialogTitle>
                <Navigation
                  rail={false}
                  onOpenCommands={() => {
                    setDrawerAt(null);
                    setCommands(true);
                  }}
                />
              </SheetContent>
            </Dialog>
            {children}
          </div>
        </div>
      </div>
      <CommandPalette open={commands} onOpenChange={setCommands} />
    </SpaceProvider>
  );
}

/** Ctrl K, and G followed by I or R within a second. */
function useShellKeys(host: string, openCommands: () => void): void {
  const router = useRouter();
  useEffect(() => {
    let goUntil = 0;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.isComposing) return;
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        openCommands();
        return;
      }
      if (!isPlainKey(event)) return;
      const key = event.key.toLowerCase();
      if (event.timeStamp < goUntil && (key === 'i' || key === 'r')) {
        event.preventDefault();
        event.stopImmediatePropagation();
        router.push(`/${host}/${key === 'i' ? 'issues' : 'runs'}`);
        goUntil = 0;
      } else {
        goUntil = key === 'g' ? event.timeStamp + 1000 : 0;
      }
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [host, router, openCommands]);
}
