'use client';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { OperationFrame } from '../operation-frame';

/** Header of the handover: where one is, and the three steps. */
export function HandoverFrame({ actions, children }: { actions?: ReactNode; children: ReactNode }) {
  const t = useTranslations('operations.handover');
  const layout = useTranslations('layout.operation');
  return (
    <OperationFrame title={layout('handover')} firstStep={t('step')} actions={actions}>
      {children}
    </OperationFrame>
  );
}
