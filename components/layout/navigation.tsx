'use client';
import { useQuery } from '@tanstack/react-query';
import { History, ListChecks, Settings2 } from 'lucide-react';
import { usePathname, useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { cn } from '@/components/ui/cn';
import { AccountMenu } from './account-menu';
import { CommandButton } from './command-button';
import { NavLink } from './nav-link';
import { operationLinks } from './operation-links';
import { projectsOptions, runningOptions } from './queries';
import { QuotaGauge } from './quota-gauge';
import { useSpace } from './space-provider';
import { SpaceSwitcher } from './space-switcher';

/** Contents of the side navigation: 232 px wide, or a 56 px rail. */
export function Navigation({ rail, onOpenCommands }: { rail: boolean; onOpenCommands: () => void }) {
  const t = useTranslations('layout');
  const { host } = useSpace();
  const pathname = decodeURIComponent(usePathname());
  const projectInView = useSearchParams().get('project');
  const projects = useQuery(projectsOptions(host));
  const running = useQuery(runningOptions(host));
  const base = `/${host}`;
  const heading = 'px-2 pt-3.5 pb-1 text-11 font-medium text-fg-3';
  return (
    <div className="flex h-full min-h-0 flex-col px-2 pt-2">
      <SpaceSwitcher rail={rail} />
      <CommandButton rail={rail} onOpen={onOpenCommands} />
      <nav aria-label={t('main')} className="-m-px min-h-0 flex-1 overflow-y-auto p-px">
        <NavLink
          href={`${base}/issues`}
          label={t('issues')}
          icon={ListChecks}
          current={pathname.startsWith(`${base}/issues`) || pathname.startsWith(`${base}/plans`)}
          rail={rail}
        />
        {rail ? null : (
          <>
            <h2 className={heading}>{t('projects')}</h2>
            {projects.data?.projects.map((project) => (
              <NavLink
                key={project.id}
                href={`${base}/issues?project=${project.id}`}
                label={project.name}
                mark={project.projectKey}
                current={pathname === `${base}/issues` && projectInView === String(project.id)}
                rail={false}
              />
            ))}
          </>
        )}
        {rail ? <hr className="mx-2 my-2 border-line" /> : <h2 className={heading}>{t('operations')}</h2>}
        {operationLinks.map(({ key, icon }) => (
          <NavLink
            key={key}
            href={`${base}/operations/${key}`}
            label={t(`operation.${key}`)}
            icon={icon}
            current={pathname.startsWith(`${base}/operations/${key}`)}
            rail={rail}
          />
        ))}
        {rail ? <hr className="mx-2 my-2 border-line" /> : <h2 className={heading}>{t('records')}</h2>}
        <NavLink
          href={`${base}/runs`}
          label={t('runs')}
          icon={History}
          current={pathname.startsWith(`${base}/runs`)}
          rail={rail}
          trailing={
            running.data && running.data.running > 0 ? (
              <span className={cn('size-1.5 rounded-full bg-accent', rail && 'absolute top-1 right-1.5')}>
                <span className="sr-only">{t('runsLive')}</span>
              </span>
            ) : null
          }
        />
        <NavLink
          href={`${base}/settings`}
          label={t('settings')}
          icon={Settings2}
          current={pathname.startsWith(`${base}/settings`)}
          rail={rail}
        />
      </nav>
      <div className="-mx-2 border-line border-t px-3.5 py-2.5">
        {rail ? null : <QuotaGauge className="mb-2" />}
        <AccountMenu rail={rail} />
      </div>
    </div>
  );
}
