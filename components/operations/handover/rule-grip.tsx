'use client';
import { GripVertical } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, type PointerEvent, useEffect, useRef } from 'react';

interface RuleGripProps {
  label: string;
  /** From 0. */
  place: number;
  of: number;
  /** One place up (-1) or down (1). */
  onStep: (step: -1 | 1) => void;
  onGrab: (event: PointerEvent) => void;
}

/** Moves one line of an ordered list: dragged, or with ↑ ↓ while it has the focus. */
export function RuleGrip({ label, place, of, onStep, onGrab }: RuleGripProps) {
  const t = useTranslations('operations.handover.split');
  const grip = useRef<HTMLButtonElement>(null);
  const refocus = useRef(false);
  // A line that is put elsewhere in the list loses the focus.
  useEffect(() => {
    if (refocus.current && place >= 0) grip.current?.focus();
    refocus.current = false;
  }, [place]);

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    refocus.current = true;
    onStep(event.key === 'ArrowUp' ? -1 : 1);
  }

  return (
    <button
      ref={grip}
      type="button"
      aria-label={t('move', { label, place: place + 1, of })}
      aria-keyshortcuts="ArrowUp ArrowDown"
      title={t('moveHint')}
      onKeyDown={onKeyDown}
      onPointerDown={onGrab}
      className="grid size-6 shrink-0 cursor-grab touch-none place-items-center rounded-tag text-fg-3 hover:bg-surface-3 active:cursor-grabbing phone:size-11"
    >
      <GripVertical size={14} aria-hidden />
    </button>
  );
}
