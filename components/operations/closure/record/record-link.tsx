'use client';
import { ArrowRight, FlagTriangleRight } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useSpace } from '@/components/layout/space-provider';

/** From the run of a closure to its record. */
export function RecordLink({ runId }: { runId: string }) {
  const t = useTranslations('operations.closure.record');
  const { host } = useSpace();
  return (
    <p className="border-line border-b px-7 py-2 phone:px-4">
      <Link
        href={`/${host}/runs/${encodeURIComponent(runId)}/record`}
        className="inline-flex min-h-6 items-center gap-2 font-medium underline decoration-line-control underline-offset-3 hover:decoration-current"
      >
        <FlagTriangleRight size={14} aria-hidden className="text-fg-3" />
        {t('open')}
        <ArrowRight size={14} aria-hidden className="text-fg-3" />
      </Link>
    </p>
  );
}
