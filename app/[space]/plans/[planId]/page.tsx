import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { settingsOptions } from '@/components/layout/queries';
import { PlanPage } from '@/components/plans/plan-page';
import { planOptions } from '@/components/plans/plan-query';
import { plansGet } from '@/lib/actions/plans/get';
import { settingsGet } from '@/lib/actions/settings/get';
import { runAction } from '@/lib/server/run-action';
import { approvePlan, discardPlan, fixPlan, refreshPlan, setIncluded, showPlan } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('plans');
  return { title: t('title') };
}

export default async function Page({ params }: { params: Promise<{ space: string; planId: string }> }) {
  const { space, planId } = await params;
  const [found, settings] = await Promise.all([
    runAction(plansGet, { space, input: { planId } }),
    runAction(settingsGet, { space, input: {} }),
  ]);
  if (!found.ok && (found.error.code === 'NOT_FOUND' || found.error.code === 'BAD_INPUT')) notFound();
  const client = new QueryClient();
  const host = decodeURIComponent(space);
  if (found.ok) client.setQueryData(planOptions(host, planId).queryKey, found.value);
  if (settings.ok) client.setQueryData(settingsOptions(host).queryKey, settings.value);
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <PlanPage
        key={planId}
        planId={planId}
        actions={{
          show: showPlan,
          setIncluded,
          fix: fixPlan,
          refresh: refreshPlan,
          discard: discardPlan,
          approve: approvePlan,
        }}
      />
    </HydrationBoundary>
  );
}
