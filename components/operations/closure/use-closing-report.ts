'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useCallback } from 'react';
import type { ClosureBasics, ClosureFigures, MovedOut } from './closure-data';
import { type ClosureRow, carriedOverBy, countRows } from './closure-rows';
import type { ReportDocument } from './report-text';
import { useMeasureText } from './use-measure-text';
import { usePeriodText } from './use-period-text';

/** Issues listed one by one; the rest is a number. */
const LISTED = 200;
/** People named. */
const PEOPLE = 5;

interface ReportFacts {
  milestone: { name: string; startDate: string | null; dueDate: string | null };
  projectKey: string;
  /** Null while nothing carries over, or its name is not known. */
  nextName: string | null;
  rows: readonly ClosureRow[];
  basics: ClosureBasics | null;
  /** Null while the change logs are not known. */
  figures: ClosureFigures | null;
  /** What earlier closings took out; null until it is read. */
  movedOut: MovedOut | null;
}

/** The closing report, as it is when the plan goes through: what was planned, added, done and carried over. */
export function useClosingReport(): (facts: ReportFacts) => ReportDocument {
  const t = useTranslations('operations.closure.report');
  const common = useTranslations('common');
  const locale = useLocale();
  const period = usePeriodText();
  const amount = useMeasureText();
  return useCallback(
    ({ milestone, projectKey, nextName, rows, basics, figures, movedOut }) => {
      const counts = countRows(rows);
      const done = rows.filter(({ lane, to }) => lane === 'closed' || to === 'close');
      const here = new Set(rows.map(({ issue }) => issue.id));
      const earlier = (movedOut?.issues ?? []).filter(({ id }) => !here.has(id));
      const earlierTo = (to: 'next' | 'none') => earlier.filter((one) => one.to === to);
      const total = rows.length + earlier.length;
      const hoursOf = (list: readonly ClosureRow[]) =>
        list.reduce((sum, { issue }) => sum + (issue.estimatedHours ?? 0), 0);
      const issues = (count: number) => common('issues', { count });
      const both = (list: readonly ClosureRow[]) =>
        basics?.hoursKnown
          ? t('both', { issues: issues(list.length), hours: amount(hoursOf(list), 'hours') })
          : issues(list.length);
      const share = (part: number, all: number) =>
        all === 0 ? '' : (part / all).toLocaleString(locale, { style: 'percent' });
      const sent = rows.filter(({ to }) => to === 'next');
      const people = carriedOverBy(rows, earlierTo('next')).slice(0, PEOPLE);
      const named = (list: readonly { issueKey: string; summary: string }[]) => [
        ...list.slice(0, LISTED).map(({ issueKey, summary }) => `${issueKey} ${summary}`),
        ...(list.length > LISTED ? [t('more', { count: list.length - LISTED })] : []),
      ];
      const listed = (list: readonly ClosureRow[]) => named(list.map(({ issue }) => issue));
      const section = (title: string, lines: readonly string[]) =>
        lines.length === 0 ? [] : [{ title, lines }];
      const none = rows.filter(({ to }) => to === 'none');
      const carriedOver = counts.next + earlierTo('next').length;
      const withoutMilestone = counts.none + earlierTo('none').length;
      const unseen = movedOut?.unseen ?? 0;
      return {
        title: t('title', { milestone: milestone.name }),
        subtitle: [period(milestone), projectKey].filter(Boolean).join(' ・ '),
        head: { name: t('name'), value: t('value') },
        figures: [
          ...(figures?.planned == null ? [] : [{ name: t('planned'), value: issues(figures.planned) }]),
          ...(figures?.added == null ? [] : [{ name: t('added'), value: issues(figures.added) }]),
          {
            name: t('done'),
            value: [issues(done.length), share(done.length, total)].filter(Boolean).join(' '),
          },
          { name: t('velocity'), value: both(done) },
          { name: t('carriedOver'), value: issues(carriedOver) },
          ...(withoutMilestone > 0 ? [{ name: t('withoutMilestone'), value: issues(withoutMilestone) }] : []),
          ...(counts.leftOut > 0 ? [{ name: t('leftOut'), value: issues(counts.leftOut) }] : []),
        ],
        sections: [
          ...section(
            t('byPerson'),
            people.map(({ person, issues: count }) =>
              t('person', { name: person?.label ?? common('noAssignee'), count }),
            ),
          ),
          ...(figures?.bugs
            ? section(t('bugs'), [
                t('bugShare', {
                  total: figures.bugs.total,
                  count: figures.bugs.issues,
                  share: share(figures.bugs.issues, figures.bugs.total) || '—',
                }),
              ])
            : []),
          ...section(t('sentTo', { milestone: nextName ?? t('next') }), listed(sent)),
          ...section(t('withoutMilestone'), listed(none)),
          ...section(t('earlier'), named(earlier)),
          ...section(t('note'), [
            ...(unseen > 0 ? [t('unseen', { count: unseen })] : []),
            ...(movedOut?.byOthers ? [t('byOthers')] : []),
          ]),
        ],
      };
    },
    [t, common, locale, period, amount],
  );
}
