'use client';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Destination } from './closure-data';
import type { ClosureRow } from './closure-rows';
import { DestinationChoice } from './destination-choice';
import { Lane } from './lane';
import { useLaneContext } from './lane-context';

interface UndecidedLaneProps {
  rows: readonly ClosureRow[];
  /** Why carry-overs are not known; null when they are. */
  unknown: 'reading' | 'tooMany' | null;
  foot: ReactNode;
}

/** Issues that somebody should look at before they go on once more. */
export function UndecidedLane({ rows, unknown, foot }: UndecidedLaneProps) {
  const t = useTranslations('operations.closure.undecided');
  const { nextName, decide } = useLaneContext();
  // What stays as it is does so until somebody takes it in by itself.
  const open = rows.filter(({ leftOut }) => !leftOut);
  const [first] = open;
  const same: Destination | null = first && open.every(({ to }) => to === first.to) ? first.to : null;
  return (
    <Lane
      name={t('title')}
      title={<span className={rows.length > 0 ? 'font-medium text-warn' : 'font-medium'}>{t('title')}</span>}
      rows={rows}
      empty={unknown === null ? t('empty') : t(unknown)}
      foot={foot}
      tools={
        open.length > 1 ? (
          <>
            <span aria-hidden className="text-11">
              {t('all')}
            </span>
            <DestinationChoice
              value={same}
              nextName={nextName}
              label={t('label')}
              onChoose={(to) =>
                decide(
                  open.map(({ issue }) => issue.id),
                  { to, ...(to === 'close' ? {} : { resolution: undefined }) },
                )
              }
            />
          </>
        ) : null
      }
    >
      <span className="text-12 text-fg-2">{rows.length > 0 ? t('hint') : ''}</span>
    </Lane>
  );
}
