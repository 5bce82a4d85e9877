'use client';
import { FileSpreadsheet, FileText, Printer } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useSpace } from '@/components/layout/space-provider';
import { Button } from '@/components/ui/button';
import { evidenceFilePath } from './evidence-query';

/** Ways to keep the record that is on screen. */
export function EvidenceActions({ runId }: { runId: string }) {
  const t = useTranslations('evidence');
  const { host } = useSpace();
  return (
    <>
      <Button onClick={() => window.print()} className="phone:hidden">
        <Printer size={14} aria-hidden />
        {t('print')}
      </Button>
      <Button asChild className="phone:h-9">
        <a href={evidenceFilePath(host, runId, 'csv')} download>
          <FileText size={14} aria-hidden />
          {t('csv')}
        </a>
      </Button>
      <Button asChild className="phone:h-9">
        <a href={evidenceFilePath(host, runId, 'xlsx')} download>
          <FileSpreadsheet size={14} aria-hidden />
          {t('xlsx')}
        </a>
      </Button>
    </>
  );
}
