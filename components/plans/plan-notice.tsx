import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

interface PlanNoticeProps {
  icon: LucideIcon;
  title: string;
  text: string;
  /** One next step, seldom two. */
  children: ReactNode;
}

/** A plan that cannot be approved: what it is instead, and where to go on. */
export function PlanNotice({ icon: Icon, title, text, children }: PlanNoticeProps) {
  return (
    <div className="flex flex-1 flex-col items-center justify-center p-6 text-center">
      <span className="mb-2 grid size-[38px] place-items-center rounded-[10px] border border-line-2 text-fg-3">
        <Icon size={18} aria-hidden />
      </span>
      <h2 className="font-semibold text-14">{title}</h2>
      <p className="mt-1 mb-4 max-w-[440px] text-[12.5px] text-fg-2 leading-5">{text}</p>
      <div className="flex flex-wrap justify-center gap-2">{children}</div>
    </div>
  );
}
