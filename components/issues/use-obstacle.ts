'use client';
import { useTranslations } from 'next-intl';
import { useSpace } from '@/components/layout/space-provider';
import { problemOf } from './composer/draft-limits';
import type { ComposerControl } from './composer/use-composer';
import { useFieldLabel } from './composer/use-field-label';

/** Most issues that one plan takes when they are picked one by one. */
const MOST_PICKED = 10_000;
/** Most changes of one plan. */
const MOST_CHANGES = 40;

/** Why nothing can be changed, and why no preview can be made; null when it can. */
export function useObstacle(
  selected: { count: number; everything: unknown },
  composer: Pick<ComposerControl, 'changes' | 'incomplete'>,
  online: boolean,
): { writing: string | null; preview: string | null } {
  const t = useTranslations('composer.obstacle');
  const labelOf = useFieldLabel();
  const { canWrite } = useSpace();
  const writing = canWrite ? (online ? null : t('offline')) : t('readOnly');
  const preview = (): string | null => {
    if (writing !== null) return writing;
    if (selected.count === 0) return t('nothingSelected');
    if (!selected.everything && selected.count > MOST_PICKED) return t('tooMany', { count: MOST_PICKED });
    if (composer.incomplete !== null) {
      const field = labelOf(composer.incomplete.key);
      return t(problemOf(composer.incomplete) === null ? 'incomplete' : 'wrong', { field });
    }
    if (composer.changes.length === 0) return t('noChange');
    if (composer.changes.every((change) => change.field === 'notify')) return t('onlyNotify');
    if (composer.changes.length > MOST_CHANGES) return t('tooManyChanges', { count: MOST_CHANGES });
    return null;
  };
  return { writing, preview: preview() };
}
