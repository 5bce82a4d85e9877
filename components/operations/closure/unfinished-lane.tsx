'use client';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Destination } from './closure-data';
import type { ClosureRow } from './closure-rows';
import { DestinationChoice } from './destination-choice';
import { Lane } from './lane';
import { useLaneContext } from './lane-context';

interface UnfinishedLaneProps {
  rows: readonly ClosureRow[];
  /** Where issues without a decision of their own go. */
  to: Destination;
  onTo: (to: Destination) => void;
  /** The choice of the next milestone. */
  next: ReactNode;
}

/** Work that is not done: it goes on, unless somebody says otherwise. */
export function UnfinishedLane({ rows, to, onTo, next }: UnfinishedLaneProps) {
  const t = useTranslations('operations.closure.unfinished');
  const { nextName } = useLaneContext();
  return (
    <Lane
      name={t('title')}
      title={<span className="font-medium">{t('title')}</span>}
      rows={rows}
      empty={t('empty')}
      tools={
        <>
          <span aria-hidden className="text-11">
            {t('all')}
          </span>
          <DestinationChoice value={to} onChoose={onTo} nextName={nextName} label={t('label')} />
        </>
      }
    >
      {next}
    </Lane>
  );
}
