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
import type { PlanOrigin } from './plan-origin';

interface PlanFrameProps {
  origin: PlanOrigin;
  /** Null once the plan can no longer be thrown away. */
  onDiscard: (() => void) | null;
  children: ReactNode;
}

/** Header of the preview: the steps, the way back to what was entered, and throwing the plan away. */
export function PlanFrame({ origin, onDiscard, children }: PlanFrameProps) {
  const t = useTranslations('plans');
  const layout = useTranslations('layout');
  const { host } = useSpace();
  const [asking, setAsking] = useState(false);
  const ofOperation = origin.from === 'operation';
  const before = ofOperation ? [t('steps.decide')] : [t('steps.select'), t('steps.compose')];
  return (
    <PageFrame
      title={
        <>
          <Link
            href={ofOperation ? `/${host}/operations` : `/${host}/issues`}
            className="hover:text-fg phone:hidden"
          >
            {ofOperation ? layout('operations') : t('issues')}
          </Link>
          <ChevronRight size={12} aria-hidden className="shrink-0 phone:hidden" />
          <h1>{t('title')}</h1>
        </>
      }
      actions={
        <>
          <div className="mr-2 phone:hidden">
            <Steps
              labels={[...before, t('steps.preview'), t('steps.run')]}
              current={before.length}
              label={t('steps.label')}
            />
          </div>
          <Button asChild>
            <Link href={`/${host}/${origin.path}`}>
              <ArrowLeft size={14} aria-hidden />
              {origin.from === 'run' ? t('undo.back') : t('backToChanges')}
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
