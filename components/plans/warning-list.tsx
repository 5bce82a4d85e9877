'use client';
import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import type { PlanItem } from './plan-data';
import { useReasonText, warningIcons } from './reason-text';
import { groupWarnings, type WarningGroup } from './warning-groups';

const SHOWN = 3;

interface WarningListProps {
  items: readonly PlanItem[];
  disabled: boolean;
  onInclude: (ids: number[], included: boolean) => void;
  /** Shows the held rows in the table. */
  onShow: () => void;
}

/** Rows held back, by reason; each reason is taken in or left out as a whole here, row by row in the table. */
export function WarningList({ items, disabled, onInclude, onShow }: WarningListProps) {
  const t = useTranslations('plans.warnings');
  const common = useTranslations('common');
  const held = items.filter((item) => item.pile === 'needsReview');
  if (held.length === 0) return null;
  const allIn = held.every((item) => item.included);
  return (
    <section className="border-line border-t px-4 py-3 narrow:border-t-0">
      <div className="mb-2 flex items-center gap-2">
        <h3 className="font-semibold text-13">{t('title')}</h3>
        <Badge tone="warn" className="tabular-nums">
          {common('issues', { count: held.length })}
        </Badge>
        <span className="flex-1" />
        <button
          type="button"
          disabled={disabled}
          onClick={() =>
            onInclude(
              held.map((item) => item.issueId),
              !allIn,
            )
          }
          className="min-h-6 text-12 underline decoration-line-control underline-offset-3 hover:decoration-current disabled:text-fg-off"
        >
          {allIn ? t('excludeAll', { count: held.length }) : t('includeAll', { count: held.length })}
        </button>
      </div>
      <div className="grid gap-2">
        {groupWarnings(items).map((group) => (
          <Group key={group.code} group={group} disabled={disabled} onInclude={onInclude} onShow={onShow} />
        ))}
      </div>
    </section>
  );
}

function Group({
  group,
  disabled,
  onInclude,
  onShow,
}: { group: WarningGroup } & Omit<WarningListProps, 'items'>) {
  const t = useTranslations('plans.warnings');
  const reason = useReasonText();
  const Icon = warningIcons[group.code];
  const hidden = group.rows.length - SHOWN;
  return (
    <div className="rounded-ctl border border-line border-l-2 border-l-warn-fill bg-surface px-3 py-2">
      <div className="flex items-center gap-2 text-[12.5px]">
        <Icon size={14} aria-hidden className="shrink-0 text-warn" />
        <span className="flex-1 font-medium">{reason.warningTitle(group.code)}</span>
        <span className="text-fg-3 tabular-nums">{group.rows.length.toLocaleString()}</span>
      </div>
      {group.rows.slice(0, SHOWN).map(({ item, warning }) => (
        <p key={item.issueId} className="mt-0.5 text-12 text-fg-2">
          <span className="tabular-nums">{item.issueKey}</span> {reason.warning(warning)}
        </p>
      ))}
      <div className="mt-1 -ml-2.5 flex flex-wrap gap-1">
        <Button
          tone="ghost"
          disabled={disabled}
          onClick={() =>
            onInclude(
              group.rows.map(({ item }) => item.issueId),
              !group.included,
            )
          }
        >
          {group.included ? t('exclude') : t('include', { count: group.rows.length })}
        </Button>
        {hidden > 0 ? (
          <Button tone="ghost" onClick={onShow}>
            {t('more', { count: hidden })}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
