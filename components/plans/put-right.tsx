'use client';
import { Pencil, WandSparkles } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import type { Cure } from './cure';
import { useFixControl } from './fix-context';
import { FixEditor } from './fix-editor';
import type { FixGroup, PlanItem, WarningCode } from './plan-data';
import { fixedCount } from './warning-groups';

/** Codes whose fix a rule knows; its button says what it does. */
const known = [
  'NO_RESOLUTION',
  'DUE_ON_DAY_OFF',
  'DUE_BEFORE_START',
  'PARENT_HAS_OPEN_CHILDREN',
  'NOTIFIED_NOT_MEMBER',
] as const satisfies readonly WarningCode[];

interface PutRightProps {
  /** Null for what is blocked. */
  code: WarningCode | null;
  rows: readonly PlanItem[];
  fixes: readonly FixGroup[];
  cure: Cure | null;
  /** Name of the field that a person is asked for. */
  field: string;
  /** Of one row alone: numbers say nothing. */
  single?: boolean;
}

/** What puts rows right: a button that does it, or one that asks for what only a person knows. */
export function PutRight({ code, rows, fixes, cure, field, single = false }: PutRightProps) {
  const t = useTranslations('plans.fix');
  const { apply, disabled } = useFixControl();
  const [asking, setAsking] = useState(false);
  const action = known.find((one) => one === code);
  const cameBack = useRef(false);
  if (asking && cure !== null) {
    const done = () => {
      cameBack.current = true;
      setAsking(false);
    };
    return <FixEditor cure={cure} rows={rows} label={field} onDone={done} />;
  }
  const takeFocus = (button: HTMLButtonElement | null) => {
    if (!cameBack.current) return;
    cameBack.current = false;
    button?.focus();
  };
  return (
    <>
      {action && fixes.length > 0 ? (
        <Button
          disabled={disabled}
          onClick={() => apply([...fixes])}
          className="h-auto min-h-7 whitespace-normal py-0.5 text-left phone:min-h-11"
        >
          <WandSparkles size={14} aria-hidden />
          {t(`do.${action}`, { count: single ? 0 : fixedCount(fixes) })}
        </Button>
      ) : null}
      {cure !== null ? (
        <Button
          ref={takeFocus}
          disabled={disabled}
          onClick={() => setAsking(true)}
          className="h-auto min-h-7 whitespace-normal py-0.5 text-left phone:min-h-11"
        >
          <Pencil size={14} aria-hidden />
          {t(cure.field === 'custom' ? 'enter' : 'choose', { field })}
        </Button>
      ) : null}
    </>
  );
}
