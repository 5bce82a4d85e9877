'use client';
import { useTranslations } from 'next-intl';
import { useSpace } from '@/components/layout/space-provider';
import { cn } from '@/components/ui/cn';
import type { EvidenceLine } from '@/lib/i18n/evidence/lines';
import { EvidenceResult } from './evidence-result';
import { EvidenceValue } from './evidence-value';

const headClass = 'border-line border-y px-2 py-1.5 text-left font-medium';
const cellClass = 'border-line border-b px-2 py-1.5 align-top [overflow-wrap:anywhere] phone:py-0.5';

interface EvidenceTableProps {
  /** Lines of one row of the plan each. */
  rows: readonly (readonly EvidenceLine[])[];
  /** A UTC instant in words. */
  time: (instant: string) => string;
}

/** Every row of the plan with all its values: one line per field. On a phone each row becomes a card. */
export function EvidenceTable({ rows, time }: EvidenceTableProps) {
  const t = useTranslations('evidence');
  return (
    <table className="w-full border-separate border-spacing-0 text-12 phone:block">
      <caption className="sr-only">{t('tableLabel')}</caption>
      <thead className="sticky top-0 z-1 bg-surface-2 text-[11.5px] text-fg-3 phone:sr-only print:static">
        <tr>
          <th scope="col" className={cn(headClass, 'w-12 pl-5')}>
            {t('column.number')}
          </th>
          <th scope="col" className={headClass}>
            {t('issue')}
          </th>
          <th scope="col" className={cn(headClass, 'w-[110px]')}>
            {t('column.field')}
          </th>
          <th scope="col" className={cn(headClass, 'w-[15%]')}>
            {t('column.before')}
          </th>
          <th scope="col" className={cn(headClass, 'w-[17%]')}>
            {t('column.planned')}
          </th>
          <th scope="col" className={cn(headClass, 'w-[20%]')}>
            {t('column.result')}
          </th>
          <th scope="col" className={cn(headClass, 'w-[182px] pr-5 narrow:w-[104px]')}>
            {t('column.endedAt')}
          </th>
        </tr>
      </thead>
      {rows.map((lines) => (
        <EvidenceRow key={lines[0]?.number} lines={lines} time={time} />
      ))}
    </table>
  );
}

interface EvidenceRowProps extends Pick<EvidenceTableProps, 'time'> {
  lines: readonly EvidenceLine[];
}

function EvidenceRow({ lines, time }: EvidenceRowProps) {
  const [first] = lines;
  if (first === undefined) return null;
  const span = { rowSpan: lines.length };
  const sameReason = lines.every((line) => line.reason === first.reason);
  return (
    <tbody className="break-inside-avoid phone:block phone:border-line phone:border-b phone:px-4 phone:py-3 phone:[&_td]:border-0">
      {lines.map((line) => (
        <tr key={line.place} className="phone:grid phone:grid-cols-[96px_minmax(0,1fr)] phone:gap-x-3">
          {line === first ? (
            <>
              <td className={cn(cellClass, 'pl-5 text-fg-3 tabular-nums phone:hidden')} {...span}>
                {line.number}
              </td>
              <td className={cn(cellClass, 'phone:col-span-2 phone:px-0 phone:text-13')} {...span}>
                <IssueKey line={line} />
                {line.summary}
              </td>
            </>
          ) : null}
          <td className={cn(cellClass, 'text-fg-2 phone:order-1 phone:row-span-2 phone:px-0')}>
            {line.field || '—'}
          </td>
          <td className={cn(cellClass, 'whitespace-pre-wrap text-fg-2 phone:order-1 phone:px-0')}>
            {line.before?.text}
          </td>
          <td className={cn(cellClass, 'whitespace-pre-wrap phone:order-1 phone:px-0 phone:pt-0')}>
            <EvidenceValue line={line} reason={sameReason ? '' : line.reason} />
          </td>
          {line === first ? (
            <>
              <td className={cn(cellClass, 'phone:col-span-2 phone:px-0')} {...span}>
                <EvidenceResult line={line} reason={sameReason ? line.reason : ''} />
              </td>
              <td
                className={cn(cellClass, 'pr-5 text-fg-2 tabular-nums phone:col-span-2 phone:px-0')}
                {...span}
              >
                {line.endedAt === null ? '—' : time(line.endedAt)}
              </td>
            </>
          ) : null}
        </tr>
      ))}
    </tbody>
  );
}

function IssueKey({ line }: { line: EvidenceLine }) {
  const { origin } = useSpace();
  const look = 'mr-2 whitespace-nowrap text-fg-2 tabular-nums';
  if (line.issueKey === '') return <span className={look}>{line.project}</span>;
  return (
    <a
      href={`${origin}/view/${encodeURIComponent(line.issueKey)}`}
      target="_blank"
      rel="noreferrer"
      className={cn(
        look,
        'underline decoration-line-control underline-offset-3 hover:decoration-current print:no-underline',
      )}
    >
      {line.issueKey}
    </a>
  );
}
