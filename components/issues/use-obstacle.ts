'use client';
import { useTranslations } from 'next-intl';
import { useSpace } from '@/components/layout/space-provider';
import type { ComposerControl } from './composer/use-composer';

/** Most issues that one plan takes when they are picked one by one. */
const MOST_PICKED = 10_000;

/** Why nothing can be changed, and why no preview can be made; null when it can. */
export function useObstacle(
  selected: { count: number; everything: unknown },
  composer: Pick<ComposerControl, 'changes' | 'incomplete'>,
  online: boolean,
): { writing: string | null; preview: string | null } {
  const t = useTranslations('composer.obstacle');
  const fields = useTranslations('common.field');
  const { canWrite } = useSpace();
  const writing = canWrite ? (online ? null : t('offline')) : t('readOnly');
  const preview = (): string | null => {
    if (writing !== null) return writing;
    if (selected.count === 0) return t('nothingSelected');
    if (!selected.everything && selected.count > MOST_PICKED) return t('tooMany', { count: MOST_PICKED });
    if (composer.incomplete !== null) return t('incomplete', { field: fields(composer.incomplete) });
    if (composer.changes.length === 0) return t('noChange');
    return null;
  };
  return { writing, preview: preview() };
}
