'use client';
import { useTranslations } from 'next-intl';
import { cn } from '@/components/ui/cn';
import type { ClosureRecord } from '../closure-data';

/** What was done with the issues and beside them, and what was not; zero lines are left out. */
export function RecordResults({ record }: { record: ClosureRecord }) {
  const t = useTranslations('operations.closure.record');
  const common = useTranslations('common');
  const { notDone, closed, carriedOver, withoutMilestone, closedAlong, next } = record;
  const earlier = record.snapshot?.basics.movedOut ?? 0;
  const issues = (count: number) => common('issues', { count });
  const lines: { name: string; value: string; bad?: boolean }[] = [
    { name: t('closed'), value: issues(closed.issues) },
    ...(next || carriedOver.issues > 0
      ? [{ name: t('carriedOver', { name: next?.label ?? '—' }), value: issues(carriedOver.issues) }]
      : []),
    ...(withoutMilestone.issues > 0
      ? [{ name: t('withoutMilestone'), value: issues(withoutMilestone.issues) }]
      : []),
    ...(closedAlong > 0 ? [{ name: t('closedAlong'), value: issues(closedAlong) }] : []),
    ...(['rejected', 'conflict', 'unknown', 'cancelled', 'left'] as const).flatMap((key) =>
      notDone[key] > 0
        ? [{ name: common(`outcome.${key}`), value: issues(notDone[key]), bad: key !== 'left' }]
        : [],
    ),
    ...(notDone.held > 0 ? [{ name: t('heldIssues'), value: issues(notDone.held), bad: true }] : []),
    ...(earlier > 0 ? [{ name: t('earlier'), value: issues(earlier) }] : []),
    ...(notDone.undone > 0 ? [{ name: t('undone'), value: issues(notDone.undone) }] : []),
    ...(notDone.leftOut > 0 ? [{ name: t('leftOut'), value: issues(notDone.leftOut) }] : []),
  ];
  const steps = [
    ...(record.create
      ? [{ key: 'create', name: t('created', { name: record.create.name }), end: record.create }]
      : []),
    ...(record.wiki
      ? [{ key: 'wiki', name: t('wikiPage', { name: record.wiki.name }), end: record.wiki }]
      : []),
    ...(record.comment
      ? [
          {
            key: 'comment',
            name: t('commented', { key: record.comment.issueKey }),
            end: record.comment,
          },
        ]
      : []),
  ];
  const stepText = ({ state, reason }: Pick<NonNullable<ClosureRecord['wiki']>, 'state' | 'reason'>) => {
    if (state === 'rejected' && reason === 'REPORT_HELD') return t('reportHeld');
    if (state === 'leftOut') return t('notPart');
    if (state === 'undone') return t('takenBack');
    return common(`outcome.${state === 'planned' || state === 'intent' ? 'left' : state}`);
  };
  return (
    <section aria-label={t('results')}>
      <h2 className="mb-1 font-semibold text-14">{t('results')}</h2>
      <dl>
        {lines.map(({ name, value, bad = false }) => (
          <div key={name} className="flex gap-4 border-line border-t py-1.5">
            <dt className={cn('min-w-0 flex-1 truncate', bad ? 'text-danger' : 'text-fg-2')}>{name}</dt>
            <dd className="font-medium tabular-nums">{value}</dd>
          </div>
        ))}
        {steps.map(({ key, name, end }) => (
          <div key={key} className="flex gap-4 border-line border-t py-1.5">
            <dt className="min-w-0 flex-1 text-fg-2 wrap-anywhere">{name}</dt>
            <dd className="max-w-3/5 text-right">{stepText(end)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
