'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { RunDetail, WaitReason } from './run-data';
import { type Wait, waitsForOwnRun } from './wait-look';

/** Why a run waits, and what leads on, in words. */
export function useWaitText() {
  const t = useTranslations('runs.wait');
  const locale = useLocale();
  return useMemo(() => {
    const list = (names: readonly string[] | undefined) => names?.join(locale === 'ja' ? '、' : ', ') || '—';
    return {
      text: (reason: WaitReason, detail: RunDetail['waitDetail']) =>
        t(`${detail?.holds ?? reason}.text`, {
          failures: detail?.failures ?? 0,
          failed: detail?.failed ?? 0,
          freeMb: detail?.freeMb ?? 0,
          projects: list(detail?.projects),
          issues: list(detail?.issues),
        }),
      fix: (wait: Wait) => {
        if (wait.archive !== null) return t(`archive.${wait.archive === 'held' ? 'fix' : wait.archive}`);
        return t(waitsForOwnRun(wait) ? 'locked.own' : `${wait.reason}.fix`);
      },
    };
  }, [t, locale]);
}
