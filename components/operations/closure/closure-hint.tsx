'use client';
import { useQuery } from '@tanstack/react-query';
import { ArrowRight, FlagTriangleRight } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { issueReads } from '@/components/issues/issue-reads';
import { useSpace } from '@/components/layout/space-provider';
import { useFormat } from '@/components/layout/use-format';
import { daysBetween } from '@/lib/bulk/working-days';
import { closureQuery } from './closure-url';
import { dueToClose, hasEnded, milestonesOf } from './milestone-choices';

/** Milestones named; the others stand in the picker of the page. */
const SHOWN = 3;

/** `Sprint 24 は 11/20(金) で終了 — 締める`, for milestones that have ended or are about to. Nothing when there is none. */
export function ClosureHint() {
  const t = useTranslations('operations.closure.hint');
  const { host, today } = useSpace();
  const format = useFormat();
  const reads = useMemo(() => issueReads(host), [host]);
  const reference = useQuery({ ...reads.reference([]), staleTime: 0 });
  const due = dueToClose(milestonesOf(reference.data?.projects ?? []), today, (day) =>
    daysBetween(today, day),
  );
  if (due.length === 0) return null;
  return (
    <ul aria-label={t('label')} className="mb-3 grid max-w-[680px] gap-2">
      {due.slice(0, SHOWN).map((milestone) => {
        const { id, name, dueDate, project } = milestone;
        const day = format.shortDay(dueDate ?? '');
        return (
          <li key={id}>
            <Link
              href={`/${host}/operations/closure?${closureQuery({ projectId: project.id, milestoneId: id })}`}
              className="flex items-center gap-3 rounded-card border border-warn-line bg-warn-soft px-4 py-2.5"
            >
              <FlagTriangleRight size={16} aria-hidden className="shrink-0 text-warn" />
              <span className="min-w-0 flex-1">
                <span className="mr-2 font-semibold text-11 text-fg-2">{project.projectKey}</span>
                {t(hasEnded(milestone, today) ? 'ended' : 'ending', { name, day })}
              </span>
              <span className="flex shrink-0 items-center gap-1 font-medium">
                {t('close')}
                <ArrowRight size={14} aria-hidden />
              </span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
