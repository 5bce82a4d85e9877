'use client';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useSpace } from '@/components/layout/space-provider';
import { useFormat } from '@/components/layout/use-format';
import { usePlanTitle } from '@/components/plans/use-plan-title';
import { Avatar } from '@/components/ui/avatar';
import { outcomeLook } from './outcome-look';
import { progressSegments } from './progress-segments';
import { ResultBar } from './result-bar';
import { RunBadge } from './run-badge';
import type { RunSummary } from './run-data';

const headClass = 'border-line border-y px-2 text-left font-medium whitespace-nowrap';

/** The runs as a table; on a phone each row becomes a card. */
export function RunRows({ runs }: { runs: readonly RunSummary[] }) {
  const t = useTranslations('runs.list');
  return (
    <table className="w-full border-separate border-spacing-0 phone:block">
      <caption className="sr-only">{t('caption')}</caption>
      <thead className="sticky top-0 z-1 h-[30px] bg-surface-2 text-[11.5px] text-fg-3 phone:sr-only">
        <tr>
          <th scope="col" className={`${headClass} pl-5`}>
            {t('number')}
          </th>
          <th scope="col" className={`${headClass} w-full`}>
            {t('content')}
          </th>
          <th scope="col" className={headClass}>
            {t('person')}
          </th>
          <th scope="col" className={headClass}>
            {t('when')}
          </th>
          <th scope="col" className={headClass}>
            {t('result')}
          </th>
          <th scope="col" className={`${headClass} narrow:hidden`}>
            {t('outcomes')}
          </th>
          <th scope="col" className={`${headClass} pr-5`}>
            {t('state')}
          </th>
        </tr>
      </thead>
      <tbody className="phone:block">
        {runs.map((run) => (
          <RunRow key={run.id} run={run} />
        ))}
      </tbody>
    </table>
  );
}

const cellClass =
  'h-10 border-line border-b px-2 group-hover:bg-hover phone:block phone:h-auto phone:border-0 phone:p-0';

function RunRow({ run }: { run: RunSummary }) {
  const { host, me } = useSpace();
  const format = useFormat();
  const titleOf = usePlanTitle();
  return (
    <tr className="group phone:relative phone:grid phone:grid-cols-[1fr_auto] phone:gap-x-3 phone:gap-y-1 phone:border-line phone:border-b phone:px-4 phone:py-3">
      <td className={`${cellClass} pl-5 text-fg-2 tabular-nums phone:order-1 phone:text-12`}>
        #{run.planNumber}
      </td>
      <td className={`${cellClass} max-w-0 phone:order-3 phone:col-span-2 phone:max-w-none`}>
        <Link
          href={`/${host}/runs/${run.id}`}
          prefetch={false}
          className="block truncate hover:underline phone:line-clamp-2 phone:whitespace-normal phone:text-14 phone:after:absolute phone:after:inset-0"
          title={titleOf(run)}
        >
          {titleOf(run)}
        </Link>
      </td>
      <td className={`${cellClass} phone:order-4`}>
        <span className="flex items-center gap-1.5 whitespace-nowrap">
          <Avatar name={run.approvedBy} id={run.approvedBy === me.name ? me.id : null} />
          {run.approvedBy}
        </span>
      </td>
      <td className={`${cellClass} whitespace-nowrap text-fg-2 tabular-nums phone:order-5 phone:text-12`}>
        {format.instant(run.approvedAt)}
      </td>
      <td className={`${cellClass} phone:order-6`}>
        <ResultBar run={run} />
      </td>
      <td className={`${cellClass} narrow:hidden phone:order-7 phone:col-span-2`}>
        <Outcomes run={run} />
      </td>
      <td className={`${cellClass} pr-5 phone:order-2 phone:justify-self-end phone:pr-0`}>
        <RunBadge run={run} />
      </td>
    </tr>
  );
}

/** Outcomes besides 更新済み that are not zero, each with its sign and word. */
function Outcomes({ run }: { run: RunSummary }) {
  const common = useTranslations('common.outcome');
  const others = progressSegments(run.counts).filter(({ key }) => key !== 'applied' && key !== 'left');
  return (
    <span className="flex items-center gap-3 whitespace-nowrap text-12 text-fg-2">
      {others.length === 0 ? <span className="text-fg-3 phone:hidden">—</span> : null}
      {others.map(({ key, count }) => {
        const { icon: Icon } = outcomeLook[key];
        return (
          <span key={key} className="flex items-center gap-1">
            <Icon size={12} strokeWidth={1.9} aria-hidden className="text-fg-3" />
            {common(key)} <span className="tabular-nums">{count}</span>
          </span>
        );
      })}
    </span>
  );
}
