'use client';
import { CirclePause, CornerDownRight, ExternalLink, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useSpace } from '@/components/layout/space-provider';
import { useFormat } from '@/components/layout/use-format';
import { useDiffText } from '@/components/plans/use-diff-text';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { shorten } from '@/lib/i18n/shorten';
import { isHeld } from './held-items';
import { outcomeLook } from './outcome-look';
import type { RunActions, RunItem } from './run-data';
import { SettleUnknown } from './settle-unknown';
import { useReasonText } from './use-reason-text';

interface AttentionItemProps {
  runId: string;
  item: RunItem;
  settle: RunActions['settle'];
}

/** One item that needs a person: what happened, in Backlog's words where it gave any, and what to do next. */
export function AttentionItem({ runId, item, settle }: AttentionItemProps) {
  const t = useTranslations('runs.attention');
  const runs = useTranslations('runs');
  const { origin } = useSpace();
  // A side step has no issue that could be opened.
  const isStep = item.issueId < 0;
  const reason = useReasonText()(item);
  const words = useDiffText();
  const subject = item.step ? words.step(item.step) : item.summary;
  return (
    <li className="grid grid-cols-[100px_minmax(0,1fr)_auto] gap-x-4 gap-y-1.5 border-line border-t py-3 phone:grid-cols-1">
      <div className="flex flex-col items-start gap-1 phone:flex-row phone:items-center phone:gap-2">
        <span className="text-fg-2 tabular-nums">{item.issueKey || runs('step')}</span>
        <OutcomeBadge item={item} />
      </div>
      <div className="min-w-0">
        <p className="truncate font-medium phone:line-clamp-2 phone:whitespace-normal" title={subject}>
          {subject}
        </p>
        {reason ? (
          <>
            <p className="text-[12.5px] text-fg-2 [overflow-wrap:anywhere]">
              {reason.text}
              {reason.code ? (
                <span className="ml-1.5 whitespace-nowrap rounded-[3px] bg-surface-2 px-1 font-mono text-11 text-fg-3 phone:hidden">
                  {reason.code}
                </span>
              ) : null}
            </p>
            <p className="flex items-start gap-1 text-12 text-fg-3">
              <CornerDownRight size={12} aria-hidden className="mt-[3px] shrink-0" />
              {reason.fix}
            </p>
          </>
        ) : null}
        <ThreeValues item={item} />
        {item.state === 'unknown' ? <SettleUnknown runId={runId} item={item} settle={settle} /> : null}
      </div>
      <div>
        {isStep ? null : (
          <Button asChild tone="ghost" className="phone:-ml-2.5 phone:h-11">
            <a href={`${origin}/view/${encodeURIComponent(item.issueKey)}`} target="_blank" rel="noreferrer">
              {t('open')}
              <span className="sr-only">{item.issueKey}</span>
              <ExternalLink size={12} aria-hidden />
            </a>
          </Button>
        )}
      </div>
    </li>
  );
}

function OutcomeBadge({ item }: { item: RunItem }) {
  const t = useTranslations('runs.attention');
  const common = useTranslations('common.outcome');
  if (item.state === 'planned' || item.state === 'intent') return null;
  if (item.state === 'applied') {
    return (
      <Badge tone="warn">
        <TriangleAlert aria-hidden strokeWidth={2} />
        {t('differs')}
      </Badge>
    );
  }
  if (isHeld(item)) {
    return (
      <Badge tone="warn">
        <CirclePause aria-hidden strokeWidth={2} />
        {t('held')}
      </Badge>
    );
  }
  const { icon: Icon, tone } = outcomeLook[item.state];
  return (
    <Badge tone={tone}>
      <Icon aria-hidden strokeWidth={2} />
      {common(item.state)}
    </Badge>
  );
}

/** A conflict side by side: as planned from, as it is now, as it was to be. */
function ThreeValues({ item }: { item: RunItem }) {
  const t = useTranslations('runs.attention');
  const format = useFormat();
  const text = useDiffText();
  const fields = item.reason?.fields ?? [];
  if (item.state !== 'conflict') return null;
  return fields.map(({ field, planned, now }) => {
    if (field === 'project') return null;
    const yours = item.diffs?.find((diff) => diff.field === field);
    const by = item.reason?.by;
    return (
      <dl
        key={field}
        className="mt-1.5 grid max-w-[480px] grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-0.5 rounded-ctl border border-line px-3 py-2 text-12"
      >
        <dt className="text-fg-3">{t('planned', { field: text.field(field, item.diffs) })}</dt>
        <dd>{shorten(text.value(field, planned, item.diffs))}</dd>
        <dt className="text-fg-3">{t('now')}</dt>
        <dd>
          <b>{shorten(text.value(field, now, item.diffs))}</b>
          {by ? <span className="ml-2 text-fg-3">{`${by.name} ${format.time(by.at)}`}</span> : null}
        </dd>
        {yours ? (
          <>
            <dt className="text-fg-3">{t('yours')}</dt>
            <dd>
              <span className="rounded-tag bg-accent-soft-2 px-1.5 py-px font-medium text-accent-text">
                {shorten(text.after(yours))}
              </span>
              <span className="ml-2 text-fg-3">{t('notSent')}</span>
            </dd>
          </>
        ) : null}
      </dl>
    );
  });
}
