'use client';
import { Ban, ClockAlert, WandSparkles } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { useFixControl } from './fix-context';
import type { PlanItem } from './plan-data';
import { useReasonText, warningIcons } from './reason-text';
import { RowNotesButton } from './row-notes';

/** In a narrow cell of the table the icon stands alone, so that the subject can be read. */
const label = '@max-[180px]:sr-only';

/** Before the subject: what a person should know about the row before looking at its values, and do about it. */
export function RowBadges({ item, stale, tabIndex }: { item: PlanItem; stale: boolean; tabIndex?: number }) {
  const t = useTranslations('plans');
  const reason = useReasonText();
  const { fixed } = useFixControl();
  const [first, ...more] = item.warnings;
  const Icon = first ? warningIcons[first.code] : null;
  const notes = {
    item,
    className:
      'inline-flex shrink-0 rounded-tag hover:underline phone:relative phone:after:absolute phone:after:-inset-2.5',
    ...(tabIndex === undefined ? {} : { tabIndex }),
  };
  return (
    <>
      {stale ? (
        <Badge tone="warn" className="shrink-0">
          <ClockAlert aria-hidden strokeWidth={2} />
          <span className={label}>{t('staleBadge')}</span>
        </Badge>
      ) : null}
      {first && Icon ? (
        <RowNotesButton {...notes} title={item.warnings.map(reason.warning).join('\n')}>
          <Badge tone="warn">
            <Icon aria-hidden strokeWidth={2} />
            <span className={label}>{reason.warningBadge(first.code)}</span>
            {more.length > 0 ? <span className="tabular-nums">+{more.length}</span> : null}
          </Badge>
        </RowNotesButton>
      ) : null}
      {item.pile === 'blocked' ? (
        <RowNotesButton {...notes}>
          <Badge>
            <Ban aria-hidden strokeWidth={2} />
            {t('blockedBadge')}
          </Badge>
        </RowNotesButton>
      ) : null}
      {fixed.has(item.issueId) ? (
        <RowNotesButton {...notes}>
          <Badge tone="plan">
            <WandSparkles aria-hidden strokeWidth={2} />
            <span className={label}>{t('fix.badge')}</span>
          </Badge>
        </RowNotesButton>
      ) : null}
    </>
  );
}
