'use client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { RunDetail } from './run-data';
import { runEventsPath, runOptions } from './run-query';
import { isOver, isRun } from './run-state';

/** How the page learns of progress: `live` by events, `polling` when they do not come, `lost` when nothing does. */
export type Connection = 'live' | 'polling' | 'lost';

/**
 * A run that follows its own progress: by server-sent events, and by asking every two seconds as long as no events
 * arrive. What was shown last stays when both fail.
 */
export function useLiveRun(host: string, runId: string) {
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const query = useQuery(runOptions(host, runId, open));
  const over = query.data !== undefined && isOver(query.data);

  // The navigation's live dot asks seldom by itself.
  useEffect(() => {
    void client.invalidateQueries({ queryKey: [host, 'runs', 'live'], exact: true });
    if (over) void client.invalidateQueries({ queryKey: [host, 'runs', 'list'], exact: true });
  }, [client, host, over]);

  // A run may have created or closed milestones: every page that names them reads them again.
  const got = query.data && `${query.data.state} ${query.data.stage}`;
  useEffect(() => {
    if (got) void client.invalidateQueries({ queryKey: [host, 'reference'], refetchType: 'none' });
  }, [client, host, got]);

  useEffect(() => {
    if (over) return;
    const { queryKey } = runOptions(host, runId, true);
    const source = new EventSource(runEventsPath(host, runId));
    const onSnapshot = (event: MessageEvent<string>) => {
      const value: unknown = JSON.parse(event.data);
      // The route sends exactly what `runs.get` answers; the guard keeps anything else off the page.
      if (isRun(value)) client.setQueryData(queryKey, value as RunDetail);
      setOpen(true);
    };
    // The reason is told by the next ordinary read.
    const onFailed = () => {
      source.close();
      setOpen(false);
      void client.invalidateQueries({ queryKey, exact: true });
    };
    const onError = () => setOpen(false);
    source.addEventListener('snapshot', onSnapshot);
    source.addEventListener('failed', onFailed);
    source.addEventListener('end', () => source.close());
    source.addEventListener('error', onError);
    return () => source.close();
  }, [client, host, runId, over]);

  const connection: Connection = open || over ? 'live' : query.isError ? 'lost' : 'polling';
  return { run: query.data, error: query.error, connection, refetch: query.refetch };
}
