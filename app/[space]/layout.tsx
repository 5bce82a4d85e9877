import type { ReactNode } from 'react';
import { AppShell } from '@/components/layout/app-shell';
import { QueryProvider } from '@/components/layout/query-provider';
import { getSpaceInfo } from '@/lib/server/space-info';

export default async function SpaceLayout({
  children,
  params,
}: {
  children: ReactNode;
  params: Promise<{ space: string }>;
}) {
  const { space } = await params;
  const { info, demo } = await getSpaceInfo(space);
  return (
    <QueryProvider>
      <AppShell space={info} demo={demo}>
        {children}
      </AppShell>
    </QueryProvider>
  );
}
