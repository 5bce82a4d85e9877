import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { RecordPage } from '@/components/operations/closure/record/record-page';
import {
  recordItemsInput,
  recordItemsOptions,
  recordOptions,
  recordRunOptions,
} from '@/components/operations/closure/record/record-query';
import { closureRecordAction } from '@/lib/actions/closure/record';
import { runsGet } from '@/lib/actions/runs/get';
import { runsItems } from '@/lib/actions/runs/items';
import { runAction } from '@/lib/server/run-action';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('operations.closure.record');
  return { title: t('page') };
}

export default async function Page({ params }: { params: Promise<{ space: string; runId: string }> }) {
  const { space, runId } = await params;
  const host = decodeURIComponent(space);
  const [record, run, items] = await Promise.all([
    runAction(closureRecordAction, { space, input: { runId } }),
    runAction(runsGet, { space, input: { runId } }),
    runAction(runsItems, { space, input: { runId, ...recordItemsInput } }),
  ]);
  if (!record.ok && (record.error.code === 'NOT_FOUND' || record.error.code === 'BAD_INPUT')) notFound();
  const client = new QueryClient();
  if (record.ok) client.setQueryData(recordOptions(host, runId).queryKey, record.value);
  if (run.ok) client.setQueryData(recordRunOptions(host, runId).queryKey, run.value);
  if (record.ok && items.ok) {
    client.setQueryData(recordItemsOptions(host, runId, record.value).queryKey, items.value);
  }
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <RecordPage key={runId} runId={runId} />
    </HydrationBoundary>
  );
}
