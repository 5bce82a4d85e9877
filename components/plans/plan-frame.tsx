'use client';
import { ArrowLeft, ChevronRight, Ellipsis, Trash2 } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { PageFrame } from '@/components/layout/page-frame';
import { useSpace } from '@/components/layout/space-provider';
import { Button } from '@/components/ui/button';
import { Menu, MenuContent, MenuItem, MenuTrigger } from '@/components/ui/menu';
import { Steps } from '@/components/ui/steps';
import { DiscardDialog } from './discard-dialog';

interface PlanFrameProps {
  planId: string;
  /** The run that the plan takes back: there are no changes to go back to. */
  undoOf: string | null;
  /** Null once the plan can no longer be thrown away. */
  onDiscard: (() => void) | null;
  children: ReactNode;
}

/** Header of the preview: the four steps, the way back to the changes, and throwing the plan away. */
export function PlanFrame({ planId, undoOf, onDiscard, children }: PlanFrameProps) {
  const t = useTranslations('plans');
  const { host } = useSpace();
  const [asking, setAsking] = useState(false);
  const steps = [t('steps.select'), t('steps.compose'), t('steps.preview'), t('steps.run')];
  return (
    <PageFrame
      title={
        <>
          <Link href={`/${host}/issues`} className="hover:text-fg phone:hidden">
            {t('issues')}
          </Link>
          <ChevronRight size={12} aria-hidden className="shrink-0 phone:hidden" />
          <h1>{t('title')}</h1>
        </>
      }
      actions={
        <>
          <div className="mr-2 phone:hidden">
            <Steps labels={steps} current={2} label={t('steps.label')} />
          </div>
          <Button asChild>
            <Link
              href={
                undoOf === null
                  ? `/${host}/issues?plan=${encodeURIComponent(planId)}`
                  : `/${host}/runs/${encodeURIComponent(undoOf)}`
              }
            >
              <ArrowLeft size={14} aria-hidden />
              {undoOf === null ? t('backToChanges') : t('undo.back')}
            </Link>
          </Button>
          {onDiscard ? (
            <Menu>
              <MenuTrigger asChild>
                <Button tone="ghost" size="square" aria-label={t('more')}>
                  <Ellipsis size={16} aria-hidden />
                </Button>
              </MenuTrigger>
              <MenuContent align="end">
                <MenuItem className="text-danger" onSelect={() => setAsking(true)}>
                  <Trash2 size={14} aria-hidden />
                  {t('discard.menu')}
                </MenuItem>
              </MenuContent>
            </Menu>
          ) : null}
        </>
      }
    >
      {children}
      {onDiscard ? <DiscardDialog open={asking} onOpenChange={setAsking} onDiscard={onDiscard} /> : null}
    </PageFrame>
  );
}
