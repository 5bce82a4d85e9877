'use client';
import { ArrowRight } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { operationLinks } from '@/components/layout/operation-links';
import { PageFrame } from '@/components/layout/page-frame';
import { useSpace } from '@/components/layout/space-provider';
import { ClosureHint } from './closure/closure-hint';

/** The operations, one sentence each. */
export function OperationsPage() {
  const t = useTranslations('operations.common');
  const layout = useTranslations('layout');
  const { host } = useSpace();
  return (
    <PageFrame title={<h1>{layout('operations')}</h1>}>
      <div className="min-h-0 flex-1 overflow-y-auto px-7 py-6 phone:px-4">
        <p className="mb-3 text-12 text-fg-3">{t('nothingChanges')}</p>
        <ClosureHint />
        <ul className="max-w-[680px] divide-y divide-line rounded-card border border-line">
          {operationLinks.map(({ key, icon: Icon }) => (
            <li key={key}>
              <Link
                href={`/${host}/operations/${key}`}
                className="flex items-start gap-3 px-4 py-3.5 hover:bg-hover"
              >
                <Icon size={18} strokeWidth={1.6} aria-hidden className="mt-0.5 shrink-0 text-fg-3" />
                <span className="min-w-0 flex-1">
                  <span className="block font-semibold text-14">{layout(`operation.${key}`)}</span>
                  <span className="block text-fg-2">{t(`about.${key}`)}</span>
                </span>
                <ArrowRight size={16} aria-hidden className="mt-1 shrink-0 text-fg-3" />
              </Link>
            </li>
          ))}
        </ul>
      </div>
    </PageFrame>
  );
}
