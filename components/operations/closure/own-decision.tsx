'use client';
import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { Destination } from './closure-data';
import type { ClosureRow } from './closure-rows';
import { useLaneContext } from './lane-context';

/**
 * What was decided for one issue alone, and a way to take it back. It is plum: not in Backlog yet. An issue that was
 * left out stays as it is; nothing of it is planned.
 */
export function OwnDecision({ row }: { row: ClosureRow }) {
  const t = useTranslations('operations.closure');
  const { nextName, decide, takeIn } = useLaneContext();
  const { issue, lane, own } = row;
  if (row.leftOut) {
    return (
      <p className="mt-0.5 ml-[23px] flex flex-wrap items-center gap-1 text-11">
        <span className="rounded-tag bg-surface-3 px-1.5 py-px font-medium text-fg-2">
          {t('own.leftOut')}
        </span>
        <button
          type="button"
          aria-label={t('own.takeIn', { key: issue.issueKey })}
          onClick={() => takeIn([issue.id])}
          className="relative rounded-tag px-1 text-fg-2 underline underline-offset-2 after:absolute after:-inset-1 hover:text-fg"
        >
          {t('own.takeInShort')}
        </button>
      </p>
    );
  }
  // The choice itself stands in the row where each issue has one.
  const to = lane === 'undecided' ? undefined : own.to;
  if (to === undefined && !own.assignee && !own.resolution) return null;
  const destination = (goal: Destination) => {
    if (goal !== 'next') return t(`own.${goal}`);
    return nextName ? t('own.next', { name: nextName }) : t('own.nextPlain');
  };
  const texts = [
    to === undefined ? null : destination(to),
    own.assignee ? t('own.assignee', { name: own.assignee.label }) : null,
    own.resolution ? t('own.resolution', { name: own.resolution.label }) : null,
  ].filter((text) => text !== null);
  return (
    <p className="mt-0.5 ml-[23px] flex flex-wrap items-center gap-1 text-11">
      {texts.map((text) => (
        <ins key={text} className="rounded-tag bg-accent-soft-2 px-1.5 py-px font-medium text-accent-text">
          {text}
        </ins>
      ))}
      <button
        type="button"
        aria-label={t('own.clear', { key: issue.issueKey })}
        title={t('own.clearShort')}
        onClick={() => decide([issue.id], { to: undefined, assignee: undefined, resolution: undefined })}
        className="relative grid size-4 place-items-center rounded-tag text-fg-3 after:absolute after:-inset-1 hover:bg-surface-3"
      >
        <X size={11} aria-hidden />
      </button>
    </p>
  );
}
