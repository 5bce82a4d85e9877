'use client';
import { FileCheck2, FileSpreadsheet, FileText, ScrollText } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useSpace } from '@/components/layout/space-provider';
import { Button } from '@/components/ui/button';
import { Menu, MenuContent, MenuItem, MenuTrigger } from '@/components/ui/menu';
import { evidenceFilePath } from './evidence-query';

/** The record of a run: as a page, or as a file to keep. */
export function EvidenceMenu({ runId }: { runId: string }) {
  const t = useTranslations('evidence');
  const { host } = useSpace();
  return (
    <Menu>
      <MenuTrigger asChild>
        <Button className="phone:h-9">
          <FileCheck2 size={14} aria-hidden />
          {t('menu')}
        </Button>
      </MenuTrigger>
      <MenuContent align="end">
        <MenuItem asChild>
          <Link href={`/${host}/runs/${runId}/evidence`}>
            <ScrollText size={15} aria-hidden className="text-fg-3" />
            {t('page')}
          </Link>
        </MenuItem>
        <MenuItem asChild>
          <a href={evidenceFilePath(host, runId, 'xlsx')} download>
            <FileSpreadsheet size={15} aria-hidden className="text-fg-3" />
            {t('xlsx')}
          </a>
        </MenuItem>
        <MenuItem asChild>
          <a href={evidenceFilePath(host, runId, 'csv')} download>
            <FileText size={15} aria-hidden className="text-fg-3" />
            {t('csv')}
          </a>
        </MenuItem>
      </MenuContent>
    </Menu>
  );
}
