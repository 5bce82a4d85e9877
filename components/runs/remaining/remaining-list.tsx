'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { RemainingItem } from './remaining-item';
import type { Remaining, RemainingIssue } from './remaining-query';

const PAGE = 50;

interface RemainingListProps {
  remaining: Remaining;
  busy: boolean;
  onKeep: (issueIds: number[], kept: boolean) => void;
}

/** What is left, then what is kept on purpose; each can be moved to the other. */
export function RemainingList({ remaining, busy, onKeep }: RemainingListProps) {
  const t = useTranslations('runs.remaining');
  const left = remaining.issues.filter((issue) => !issue.kept);
  const kept = remaining.issues.filter((issue) => issue.kept);
  // Beyond the limit of the answer there is more: all means what is listed.
  const hidden = remaining.counts.open - remaining.issues.length;
  const idsOf = (issues: readonly RemainingIssue[]) => issues.map((issue) => issue.issueId);
  return (
    <>
      {left.length > 0 ? (
        <Group
          name={t('leftList')}
          issues={left}
          busy={busy}
          allLabel={t('keepAll', { count: left.length })}
          onAll={() => onKeep(idsOf(left), true)}
          onOne={(id) => onKeep([id], true)}
        />
      ) : null}
      {hidden > 0 ? <p className="mt-2 text-12 text-fg-3">{t('hidden', { count: hidden })}</p> : null}
      {kept.length > 0 ? (
        <Group
          name={t('keptList', { count: kept.length })}
          heading
          issues={kept}
          busy={busy}
          allLabel={t('unkeepAll', { count: kept.length })}
          onAll={() => onKeep(idsOf(kept), false)}
          onOne={(id) => onKeep([id], false)}
        />
      ) : null}
    </>
  );
}

interface GroupProps {
  name: string;
  /** The name is shown, and not only read out. */
  heading?: boolean;
  issues: readonly RemainingIssue[];
  busy: boolean;
  allLabel: string;
  onAll: () => void;
  onOne: (issueId: number) => void;
}

function Group({ name, heading = false, issues, busy, allLabel, onAll, onOne }: GroupProps) {
  const t = useTranslations('runs.remaining');
  const [most, setMost] = useState(PAGE);
  return (
    <div className="mt-2">
      <div className="mb-1.5 flex flex-wrap items-center justify-end gap-2">
        {heading ? <h3 className="flex-1 font-medium text-12 text-fg-2">{name}</h3> : null}
        {issues.length > 1 ? (
          <Button disabled={busy} onClick={onAll} className="phone:h-11">
            {allLabel}
          </Button>
        ) : null}
      </div>
      <ul aria-label={name} className="divide-y divide-line rounded-card border border-line">
        {issues.slice(0, most).map((issue) => (
          <RemainingItem key={issue.issueId} issue={issue} busy={busy} onPress={() => onOne(issue.issueId)} />
        ))}
      </ul>
      {issues.length > most ? (
        <Button tone="ghost" block className="phone:h-11" onClick={() => setMost(most + PAGE)}>
          {t('more', { count: issues.length - most })}
        </Button>
      ) : null}
    </div>
  );
}
