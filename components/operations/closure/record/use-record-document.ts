'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { useReasonText } from '@/components/runs/use-reason-text';
import type { ClosureRecord } from '../closure-data';
import type { ReportDocument } from '../report-text';
import { useMeasureText } from '../use-measure-text';
import { usePeriodText } from '../use-period-text';
import type { RecordIssues, RecordItem } from './record-issues';
import { useArchiveText } from './use-archive-text';

/** The record as a text of its own. */
export function useRecordDocument(): (record: ClosureRecord, issues: RecordIssues) => ReportDocument {
  const t = useTranslations('operations.closure.record');
  const common = useTranslations('common');
  const locale = useLocale();
  const period = usePeriodText();
  const amount = useMeasureText();
  const archiveText = useArchiveText();
  const reasonText = useReasonText();
  return useCallback(
    (record, issues) => {
      const { snapshot, completionRate, velocity, notDone } = record;
      const archived = archiveText(record);
      const count = (number: number) => common('issues', { count: number });
      const row = (name: string, number: number) => (number > 0 ? [{ name, value: count(number) }] : []);
      const lines = (list: readonly RecordItem[]) =>
        list.map(({ issueKey, summary }) => `${issueKey} ${summary}`.trim());
      const section = (title: string, list: readonly string[]) =>
        list.length > 0 ? [{ title, lines: list }] : [];
      const reasonOf = ({ state, by, ...item }: RecordItem) => {
        if (state === 'undone') return t('takenBack');
        const outcome = common(`outcome.${state === 'planned' || state === 'intent' ? 'left' : state}`);
        const why = by
          ? t('laterRun', { number: String(by.planNumber) })
          : reasonText({ ...item, state })?.text;
        return [outcome, why].filter(Boolean).join(' ');
      };
      return {
        title: t('title', { milestone: record.milestone.label }),
        subtitle: snapshot ? period(snapshot) : '',
        head: { name: t('name'), value: t('value') },
        figures: [
          ...(completionRate === null
            ? []
            : [
                { name: t('completion'), value: completionRate.toLocaleString(locale, { style: 'percent' }) },
              ]),
          ...(velocity === null
            ? []
            : [
                {
                  name: t('velocity'),
                  value: [
                    count(velocity.issues),
                    ...(velocity.hours === null ? [] : [amount(velocity.hours, 'hours')]),
                  ].join(t('and')),
                },
              ]),
          ...row(t('added'), snapshot?.figures?.added ?? 0),
          ...row(t('closed'), record.closed.issues),
          ...row(t('carriedOver', { name: record.next?.label ?? '—' }), record.carriedOver.issues),
          ...row(t('withoutMilestone'), record.withoutMilestone.issues),
          ...row(t('closedAlong'), record.closedAlong),
          ...(['rejected', 'conflict', 'unknown', 'cancelled', 'left'] as const).flatMap((key) =>
            row(common(`outcome.${key}`), notDone[key]),
          ),
          ...row(t('heldIssues'), notDone.held),
          ...row(t('earlier'), snapshot?.basics.movedOut ?? 0),
          ...row(t('undone'), notDone.undone),
          ...row(t('leftOut'), notDone.leftOut),
        ],
        sections: [
          ...section(t('archive'), archived ? [archived.title] : []),
          ...section(
            t('byPerson'),
            record.carriedOverBy.map(({ name, issues: number }) =>
              t('person', { name: name ?? common('noAssignee'), count: number }),
            ),
          ),
          ...section(
            t('notDone'),
            issues.notDone.map((item) => `${item.issueKey} ${item.summary}: ${reasonOf(item)}`),
          ),
          ...section(t('undone'), lines(issues.undone)),
          ...section(t('closed'), lines(issues.close)),
          ...section(t('carriedOver', { name: record.next?.label ?? '—' }), lines(issues.next)),
          ...section(t('withoutMilestone'), lines(issues.none)),
        ],
      };
    },
    [t, common, locale, period, amount, archiveText, reasonText],
  );
}
