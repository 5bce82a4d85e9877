import { ArrowDown, ArrowRight, ArrowUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { cn } from '@/components/ui/cn';
import { colorStyle } from '@/components/ui/color-chip';

/** Nothing is set. */
export function Dash() {
  return <span className="text-fg-3">—</span>;
}

/** A value that is not in Backlog yet. */
export function Proposed({
  words,
  children,
  bare = false,
}: {
  words: string;
  children: ReactNode;
  /** The content carries the mark itself (chips). */
  bare?: boolean;
}) {
  return (
    <ins
      className={cn(
        !bare && 'rounded-tag bg-accent-soft-2 px-1.5 py-px font-medium text-[12.5px] text-accent-text',
      )}
    >
      <span className="sr-only">{words}</span>
      {children}
    </ins>
  );
}

export function PersonCell({
  id,
  name,
  nobody,
  proposed,
}: {
  id: number | null;
  name: string | null;
  nobody: string;
  /** Set for a person that is not assigned yet. */
  proposed?: string | undefined;
}) {
  const label = name ?? nobody;
  return (
    <span className="flex min-w-0 items-center gap-[7px]">
      <Avatar name={name} id={id} className="phone:size-4 phone:text-[9px]" />
      <span className={cn('truncate phone:text-12 phone:text-fg-2', name === null && 'text-fg-3')}>
        {proposed === undefined ? label : <Proposed words={proposed}>{label}</Proposed>}
      </span>
    </span>
  );
}

export function TypeCell({
  name,
  color,
  proposed = false,
}: {
  name: string;
  color: string | undefined;
  /** The mark of a proposed value around it gives the colour of the text. */
  proposed?: boolean;
}) {
  return (
    <span
      className={cn('items-center gap-1.5 text-12', proposed ? 'inline-flex max-w-full' : 'flex text-fg-2')}
    >
      <span aria-hidden style={colorStyle(color)} className="type-mark size-2 shrink-0 rounded-[2.5px]" />
      <span className="truncate">{name}</span>
    </span>
  );
}

const arrows = {
  2: { Icon: ArrowUp, tone: 'text-danger' },
  3: { Icon: ArrowRight, tone: 'text-fg-3' },
  4: { Icon: ArrowDown, tone: 'text-chart-2' },
} as const;

/** Arrow of the three priorities of Backlog, with its name for screen readers; the name for any other. */
export function PriorityMark({ id, name, label }: { id: number; name: string; label: string }) {
  const arrow = id === 2 || id === 3 || id === 4 ? arrows[id] : null;
  if (!arrow) return <span className="text-fg-2">{name}</span>;
  return (
    <span className={cn('grid place-items-start', arrow.tone)} title={label}>
      <arrow.Icon size={14} strokeWidth={1.8} aria-hidden />
      <span className="sr-only">{name}</span>
    </span>
  );
}

export function Tag({ children }: { children: ReactNode }) {
  return (
    <span className="mr-1 inline-block h-[19px] rounded-tag bg-surface-2 px-1.5 text-[11.5px] text-fg-2 leading-[19px]">
      {children}
    </span>
  );
}
