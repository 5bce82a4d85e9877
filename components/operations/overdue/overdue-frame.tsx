'use client';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { OperationFrame } from '@/components/operations/operation-frame';

/** Header of the overdue marking: where one is, and the three steps. */
export function OverdueFrame({ actions, children }: { actions?: ReactNode; children: ReactNode }) {
  const t = useTranslations('operations.overdue');
  const layout = useTranslations('layout.operation');
  return (
    <OperationFrame title={layout('overdue')} firstStep={t('step')} actions={actions}>
      {children}
    </OperationFrame>
  );
}
