'use client';
import { ArrowRight } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { JoinedProjects } from '@/components/issues/issue-reads';

/** With very many projects their milestones are not read all at once: the project comes first. */
export function ChooseProject({ joined }: { joined: JoinedProjects }) {
  const t = useTranslations('operations.closure.picker');
  return (
    <div className="min-h-0 flex-1 overflow-y-auto px-7 py-6 phone:px-4">
      <h2 className="font-semibold text-15">{t('chooseProject')}</h2>
      <p className="mt-1 mb-3 text-12 text-fg-3">{t('chooseProjectHint')}</p>
      <ul className="max-w-[560px] divide-y divide-line rounded-card border border-line">
        {joined.projects.map(({ id, projectKey, name }) => (
          <li key={id}>
            <Link href={`?project=${id}`} className="flex min-h-10 items-center gap-3 px-4 hover:bg-hover">
              <span className="w-16 truncate font-semibold text-11 text-fg-3">{projectKey}</span>
              <span className="min-w-0 flex-1 truncate">{name}</span>
              <ArrowRight size={14} aria-hidden className="shrink-0 text-fg-3" />
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
