'use client';
import { Ban, ClockAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import type { PlanItem } from './plan-data';
import { useReasonText, warningIcons } from './reason-text';

/** In a narrow cell of the table the icon stands alone, so that the subject can be read. */
const label = '@max-[180px]:sr-only';

/** Before the subject: what a person should know about the row before looking at its values. */
export function RowBadges({ item, stale }: { item: PlanItem; stale: boolean }) {
  const t = useTranslations('plans');
  const reason = useReasonText();
  const [first, ...more] = item.warnings;
  const Icon = first ? warningIcons[first.code] : null;
  return (
    <>
      {stale ? (
        <Badge tone="warn" className="shrink-0">
          <ClockAlert aria-hidden strokeWidth={2} />
          <span className={label}>{t('staleBadge')}</span>
        </Badge>
      ) : null}
      {first && Icon ? (
        <Badge tone="warn" className="shrink-0" title={item.warnings.map(reason.warning).join('\n')}>
          <Icon aria-hidden strokeWidth={2} />
          <span className={label}>{reason.warningBadge(first.code)}</span>
          {more.length > 0 ? <span className="tabular-nums">+{more.length}</span> : null}
        </Badge>
      ) : null}
      {item.pile === 'blocked' ? (
        <Badge className="shrink-0">
          <Ban aria-hidden strokeWidth={2} />
          {t('blockedBadge')}
        </Badge>
      ) : null}
    </>
  );
}
