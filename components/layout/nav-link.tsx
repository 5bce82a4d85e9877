import type { LucideIcon } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';

interface NavLinkProps {
  href: string;
  label: string;
  current: boolean;
  icon?: LucideIcon;
  /** Short text in place of an icon, e.g. a project key. */
  mark?: string;
  /** At the right: a count or a live dot. */
  trailing?: ReactNode;
  /** 56 px navigation: icon only, the label is read out. */
  rail: boolean;
}

/** One entry of the navigation. */
export function NavLink({ href, label, current, icon: Icon, mark, trailing, rail }: NavLinkProps) {
  return (
    <Link
      href={href}
      prefetch={false}
      aria-current={current ? 'page' : undefined}
      title={rail ? label : undefined}
      className={cn(
        'relative flex h-7 items-center gap-2.5 rounded-ctl px-2 text-fg-2 hover:bg-surface-3 phone:h-11',
        rail && 'mb-0.5 h-8 justify-center px-0',
        current && 'bg-surface font-medium text-fg shadow-[0_0_0_1px_var(--line-2),var(--e1)]',
      )}
    >
      {Icon ? (
        <Icon size={16} strokeWidth={1.6} aria-hidden className={current ? 'text-fg' : 'text-fg-3'} />
      ) : null}
      {mark ? (
        <span aria-hidden className="w-[38px] truncate text-[10.5px] font-semibold text-fg-3">
          {mark}
        </span>
      ) : null}
      <span className={rail ? 'sr-only' : 'min-w-0 flex-1 truncate'}>{label}</span>
      {trailing}
    </Link>
  );
}
