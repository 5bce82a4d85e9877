import { Avatar } from '@/components/ui/avatar';
import { cn } from '@/components/ui/cn';
import { colorStyle } from '@/components/ui/color-chip';
import type { OptionLook } from './filter-options';

/** Mark before a value: colour of a status (round) or type (square), avatar of a person. */
export function OptionMark({ look, name }: { look: OptionLook; name: string }) {
  if (look.kind === 'person') return <Avatar name={name} id={look.id} />;
  if (look.kind !== 'status' && look.kind !== 'type') return null;
  return (
    <span
      aria-hidden
      style={colorStyle(look.color)}
      className={cn('type-mark size-2 shrink-0', look.kind === 'status' ? 'rounded-full' : 'rounded-[2.5px]')}
    />
  );
}
