'use client';
import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { PageFrame } from '@/components/layout/page-frame';
import { useSpace } from '@/components/layout/space-provider';
import { Steps } from '@/components/ui/steps';
import type { Operation } from '@/lib/bulk/operations/operation';

interface OperationFrameProps {
  kind: Operation['kind'];
  /** Right of the header, before the steps. */
  actions?: ReactNode;
  children: ReactNode;
}

/** Header of an operation's page: 操作 › its name, and the three steps to a run. */
export function OperationFrame({ kind, actions, children }: OperationFrameProps) {
  const t = useTranslations('layout');
  const operations = useTranslations('operations');
  const plans = useTranslations('plans');
  const { host } = useSpace();
  return (
    <PageFrame
      title={
        <>
          <Link href={`/${host}/operations`} className="whitespace-nowrap hover:text-fg phone:hidden">
            {t('operations')}
          </Link>
          <ChevronRight size={12} aria-hidden className="shrink-0 phone:hidden" />
          <h1>{t(`operation.${kind}`)}</h1>
        </>
      }
      actions={
        <>
          {actions}
          <div className="phone:hidden">
            <Steps
              labels={[operations(`${kind}.step`), plans('title'), plans('steps.run')]}
              current={0}
              label={plans('steps.label')}
            />
          </div>
        </>
      }
    >
      {children}
    </PageFrame>
  );
}
