import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { RunPage } from '@/components/runs/run-page';
import { runOptions } from '@/components/runs/run-query';
import { runsGet } from '@/lib/actions/runs/get';
import { runAction } from '@/lib/server/run-action';
import {
  cancelRun,
  draftAgain,
  draftUndo,
  keepIssues,
  pauseRun,
  resumeRun,
  retryRun,
  setRunPace,
  settleItem,
} from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('runs');
  return { title: t('title') };
}

export default async function Page({ params }: { params: Promise<{ space: string; runId: string }> }) {
  const { space, runId } = await params;
  const found = await runAction(runsGet, { space, input: { runId } });
  if (!found.ok && (found.error.code === 'NOT_FOUND' || found.error.code === 'BAD_INPUT')) notFound();
  const client = new QueryClient();
  if (found.ok) client.setQueryData(runOptions(decodeURIComponent(space), runId, true).queryKey, found.value);
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <RunPage
        key={runId}
        runId={runId}
        actions={{
          pause: pauseRun,
          resume: resumeRun,
          cancel: cancelRun,
          setPace: setRunPace,
          retry: retryRun,
          settle: settleItem,
          draftAgain,
          draftUndo,
          keepIssues,
        }}
      />
    </HydrationBoundary>
  );
}
