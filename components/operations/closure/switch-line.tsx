'use client';
import { type ReactNode, useId } from 'react';
import { Switch } from '@/components/ui/switch';

interface SwitchLineProps {
  label: string;
  hint: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
  disabled?: boolean;
}

/** A switch with what it does beside it. */
export function SwitchLine({ label, hint, checked, onChange, disabled = false }: SwitchLineProps) {
  const id = useId();
  return (
    <div className="flex items-center gap-3">
      <span className="min-w-0 flex-1">
        <span id={id} className="block font-medium">
          {label}
        </span>
        <span id={`${id}-hint`} className="block text-11 text-fg-3">
          {hint}
        </span>
      </span>
      <Switch
        checked={checked}
        disabled={disabled}
        onCheckedChange={onChange}
        aria-labelledby={id}
        aria-describedby={`${id}-hint`}
      />
    </div>
  );
}
