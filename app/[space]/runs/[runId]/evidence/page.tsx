import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { EvidencePage } from '@/components/runs/evidence/evidence-page';
import { EVIDENCE_ROWS, evidenceOptions } from '@/components/runs/evidence/evidence-query';
import { runsEvidence } from '@/lib/actions/runs/evidence';
import { runAction } from '@/lib/server/run-action';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('evidence');
  return { title: t('title') };
}

export default async function Page({ params }: { params: Promise<{ space: string; runId: string }> }) {
  const { space, runId } = await params;
  const found = await runAction(runsEvidence, { space, input: { runId, limit: EVIDENCE_ROWS } });
  if (!found.ok && (found.error.code === 'NOT_FOUND' || found.error.code === 'BAD_INPUT')) notFound();
  const client = new QueryClient();
  if (found.ok) {
    const { queryKey } = evidenceOptions(decodeURIComponent(space), runId);
    client.setQueryData(queryKey, { pages: [found.value], pageParams: [0] });
  }
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <EvidencePage key={runId} runId={runId} />
    </HydrationBoundary>
  );
}
