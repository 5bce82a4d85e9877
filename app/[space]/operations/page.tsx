import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { OperationsPage } from '@/components/operations/operations-page';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('layout');
  return { title: t('operations') };
}

export default function Page() {
  return <OperationsPage />;
}
