'use client';
import { RefreshCw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useFormat } from '@/components/layout/use-format';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import type { IssueRows } from './use-issue-rows';

/** When the list was read, and reading it again. */
export function SyncState({ list }: { list: IssueRows }) {
  const t = useTranslations('issues');
  const format = useFormat();
  return (
    <>
      {list.readAt === null ? null : (
        <span className="flex shrink-0 items-center gap-1.5 text-12 text-fg-3 tabular-nums phone:hidden">
          <span
            aria-hidden
            className={cn('size-[7px] rounded-full', list.error ? 'bg-warn-fill' : 'bg-ok-fill')}
          />
          {t('syncedAt', { time: format.time(new Date(list.readAt).toISOString()) })}
        </span>
      )}
      <Button
        tone="ghost"
        size="square"
        aria-label={t('syncNow')}
        title={t('syncNow')}
        onClick={list.refresh}
        className="phone:size-11"
      >
        <RefreshCw size={14} aria-hidden className={cn(list.loading && 'animate-spin')} />
      </Button>
    </>
  );
}
