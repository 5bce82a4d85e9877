'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { callAction } from '@/components/layout/call-action';
import { ErrorCallout } from '@/components/layout/error-callout';
import { readErrorOf } from '@/components/layout/fetch-result';
import { useSpace } from '@/components/layout/space-provider';
import { Button } from '@/components/ui/button';
import { Spinner } from '@/components/ui/spinner';
import type { RunActions, RunItem } from './run-data';
import { runItemsKey, runOptions } from './run-query';

type As = 'lookAgain' | 'applied' | 'notApplied';

interface SettleUnknownProps {
  runId: string;
  item: RunItem;
  settle: RunActions['settle'];
}

/** An unknown outcome is decided by reading again, or by what the person saw at Backlog. Never by sending again. */
export function SettleUnknown({ runId, item, settle }: SettleUnknownProps) {
  const t = useTranslations('runs.settle');
  const { host } = useSpace();
  const client = useQueryClient();
  const { mutate, isPending, variables, data, error } = useMutation({
    networkMode: 'always',
    mutationFn: (as: As) => callAction(settle(host, { runId, position: item.position, as })),
    onSuccess: ({ outcome, run }) => {
      if (outcome === 'unknown') return;
      client.setQueryData(runOptions(host, runId, true).queryKey, run);
      void client.resetQueries({ queryKey: runItemsKey(host, runId) });
    },
    onError: () => client.invalidateQueries({ queryKey: runOptions(host, runId, true).queryKey }),
  });
  return (
    <fieldset aria-label={t('label', { key: item.issueKey })} className="mt-2">
      <div className="flex flex-wrap gap-2">
        <Button disabled={isPending} onClick={() => mutate('lookAgain')} className="phone:h-11">
          {isPending && variables === 'lookAgain' ? (
            <Spinner className="size-3.5" />
          ) : (
            <Search size={14} aria-hidden />
          )}
          {t('lookAgain')}
        </Button>
        <Button disabled={isPending} onClick={() => mutate('applied')} className="phone:h-11">
          {t('applied')}
        </Button>
        <Button disabled={isPending} onClick={() => mutate('notApplied')} className="phone:h-11">
          {t('notApplied')}
        </Button>
      </div>
      <p aria-live="polite" className="mt-1.5 text-12 text-warn empty:hidden">
        {data?.outcome === 'unknown' ? t('stillUnknown') : ''}
      </p>
      {error ? <ErrorCallout error={readErrorOf(error)} className="mt-2" /> : null}
    </fieldset>
  );
}
