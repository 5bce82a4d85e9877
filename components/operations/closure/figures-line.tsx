'use client';
import { useLocale, useTranslations } from 'next-intl';
import type { ClosureBasics, ClosureFigures, Measure, MovedOut } from './closure-data';
import { useMeasureText } from './use-measure-text';

interface FiguresLineProps {
  basics: ClosureBasics;
  /** Null while the change logs are not known. */
  figures: ClosureFigures | null;
  measure: Measure;
  movedOut: MovedOut;
}

/** What else tells how it went: completion, hours, and what the last milestones got done. */
export function FiguresLine({ basics, figures, measure, movedOut }: FiguresLineProps) {
  const t = useTranslations('operations.closure.figures');
  const locale = useLocale();
  const amount = useMeasureText();
  const rate = figures?.completionRate ?? null;
  const velocities = figures?.velocities ?? [];
  const common = useTranslations('common');
  const earlier = basics.movedOut ?? 0;
  const notes = [
    ...(movedOut.unseen > 0 ? [t('unseen', { count: movedOut.unseen })] : []),
    ...(movedOut.byOthers ? [t('byOthers')] : []),
  ];
  const shown = [
    ...(rate === null
      ? []
      : [{ name: t('completion'), value: rate.toLocaleString(locale, { style: 'percent' }) }]),
    ...(earlier > 0 ? [{ name: t('earlier'), value: common('issues', { count: earlier }) }] : []),
    ...(basics.hoursKnown
      ? [
          { name: t('estimated'), value: amount(basics.estimatedHours, 'hours') },
          { name: t('actual'), value: amount(basics.actualHours, 'hours') },
        ]
      : []),
    ...(velocities.length === 0
      ? []
      : [
          {
            name: t('velocities'),
            value: velocities.map((one) => `${one.name} ${amount(one[measure], measure)}`).join(' ・ '),
          },
        ]),
  ];
  return (
    <>
      {shown.length === 0 ? null : (
        <dl className="flex flex-wrap gap-x-5 gap-y-0.5 pb-1 text-11 tabular-nums">
          {shown.map(({ name, value }) => (
            <div key={name} className="flex gap-1.5">
              <dt className="text-fg-3">{name}</dt>
              <dd className="font-medium text-fg-2">{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {notes.map((note) => (
        <p key={note} className="pb-1 text-11 text-warn">
          {note}
        </p>
      ))}
    </>
  );
}
