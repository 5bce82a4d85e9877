'use client';
import { ArrowRight } from 'lucide-react';
import { Avatar } from '@/components/ui/avatar';
import { cn } from '@/components/ui/cn';
import { ColorChip, colorStyle } from '@/components/ui/color-chip';
import { shorten } from '@/lib/i18n/shorten';
import type { FieldDiff, NamedValue } from './plan-data';
import { useDiffText } from './use-diff-text';

const oldClass = 'whitespace-nowrap text-12 text-fg-3';

interface DiffCellProps {
  diff: FieldDiff;
  /** Left out: the new value is outlined only, because it will not be written. */
  held: boolean;
}

/** Old value, arrow, new value. Screen readers get one sentence instead. */
export function DiffCell({ diff, held }: DiffCellProps) {
  const text = useDiffText();
  return (
    <span className="flex min-w-0 items-center">
      <span className="sr-only">{text.sentence(diff)}</span>
      <span aria-hidden className="flex min-w-0 items-center gap-[5px] tabular-nums">
        <Change diff={diff} held={held} />
      </span>
    </span>
  );
}

function Change({ diff, held }: DiffCellProps) {
  const text = useDiffText();
  if ('merge' in diff) return <ListChange diff={diff} held={held} />;
  switch (diff.field) {
    case 'status':
      return (
        <>
          {diff.before ? (
            <ColorChip label={diff.before.name} color={diff.before.color} kind="old" />
          ) : (
            <Old>{text.nothing(diff.field)}</Old>
          )}
          <Arrow />
          {diff.after ? (
            <ins className="max-w-[78%] shrink-0">
              <ColorChip label={diff.after.name} color={diff.after.color} kind="new" />
            </ins>
          ) : null}
        </>
      );
    case 'issueType':
      return (
        <>
          <Old>{text.before(diff)}</Old>
          <Arrow />
          <New held={held} className="flex items-center gap-[5px]">
            <span
              style={colorStyle(diff.after?.color)}
              className="type-mark size-2 shrink-0 rounded-[2.5px]"
            />
            <span className="truncate">{text.after(diff)}</span>
          </New>
        </>
      );
    case 'assignee':
      return (
        <>
          <Old>{text.before(diff)}</Old>
          <Arrow />
          <New held={held} className="flex items-center gap-[5px] pl-[3px]">
            <Avatar size="sm" name={diff.after?.name ?? null} id={diff.after?.id ?? null} />
            <span className="truncate">{text.after(diff)}</span>
          </New>
        </>
      );
    default: {
      const isDay = text.isDay(diff);
      return (
        <>
          <Old>{isDay && typeof diff.before === 'string' ? text.oldDay(diff.before) : text.before(diff)}</Old>
          <Arrow />
          {/* Half a day says nothing: its column has room for two. */}
          <New held={held} className={isDay ? 'max-w-none shrink-0' : undefined}>
            {text.after(diff)}
          </New>
        </>
      );
    }
  }
}

type ListDiff = Extract<FieldDiff, { merge: boolean }>;

/** What goes, what comes, then what stays: a swap never loses the other milestones. */
function ListChange({ diff, held }: { diff: ListDiff; held: boolean }) {
  const text = useDiffText();
  const before = new Set(diff.before.map(({ id }) => id));
  const after = new Set(diff.after.map(({ id }) => id));
  const gone = diff.before.filter(({ id }) => !after.has(id));
  const come = diff.after.filter(({ id }) => !before.has(id));
  const kept = diff.after.filter(({ id }) => before.has(id));
  return (
    <>
      {gone.length > 0 ? <Old>{names(gone, text.join)}</Old> : null}
      {gone.length === 0 && kept.length === 0 ? <Old>{text.nothing(diff.field)}</Old> : null}
      {gone.length > 0 || kept.length === 0 ? <Arrow /> : null}
      {come.length > 0 ? <New held={held}>{names(come, text.join)}</New> : null}
      {come.length === 0 && kept.length === 0 ? <New held={held}>{text.nothing(diff.field)}</New> : null}
      {kept.length > 0 ? (
        <span className="shrink-0 text-11 text-fg-3" title={names(kept, text.join)}>
          +{kept.length}
        </span>
      ) : null}
    </>
  );
}

const names = (values: readonly NamedValue[], join: (texts: readonly string[]) => string) =>
  join(values.map(({ name }) => name));

/** So short that cutting it would gain nothing. */
const SHORT = 4;

function Old({ children }: { children: string }) {
  return (
    <del
      className={cn(oldClass, children.length <= SHORT ? 'shrink-0' : 'min-w-[2.5em] shrink-[99] truncate')}
      title={children}
    >
      {shorten(children)}
    </del>
  );
}

function New({
  children,
  held,
  className,
}: {
  children: React.ReactNode;
  held: boolean;
  className?: string | undefined;
}) {
  return (
    <ins
      title={typeof children === 'string' ? children : undefined}
      className={cn(
        'max-w-[78%] min-w-0 truncate rounded-tag px-1.5 py-px text-[12.5px] font-medium whitespace-nowrap text-accent-text',
        held ? 'shadow-[inset_0_0_0_1px_var(--accent-line)]' : 'bg-accent-soft-2',
        className,
      )}
    >
      {typeof children === 'string' ? shorten(children) : children}
    </ins>
  );
}

function Arrow() {
  return <ArrowRight size={12} strokeWidth={1.9} className="shrink-0 text-fg-3" />;
}
