'use client';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { OperationFrame } from '../operation-frame';

/** Header of the closure: where one is, and the three steps. */
export function ClosureFrame({ children }: { children: ReactNode }) {
  const t = useTranslations('operations.closure');
  const layout = useTranslations('layout.operation');
  return (
    <OperationFrame title={layout('closure')} firstStep={t('step')}>
      {children}
    </OperationFrame>
  );
}
