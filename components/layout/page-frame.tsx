import type { ReactNode } from 'react';

interface PageFrameProps {
  /** Left of the header: title or crumbs. Contains the page's `h1`. */
  title: ReactNode;
  /** Right of the header. */
  actions?: ReactNode;
  children: ReactNode;
}

/** Header of 48 px and the room below it; pages fill that room and scroll inside it. On paper the room alone. */
export function PageFrame({ title, actions, children }: PageFrameProps) {
  return (
    <main className="flex min-h-0 min-w-0 flex-1 flex-col bg-surface print:block">
      <header className="flex h-12 flex-none items-center gap-2.5 border-line border-b pr-4 pl-5 phone:pl-14 print:hidden">
        <div className="flex min-w-0 flex-1 items-center gap-1.5 text-fg-3 [&_h1]:truncate [&_h1]:font-semibold [&_h1]:text-15 [&_h1]:text-fg">
          {title}
        </div>
        {actions ? <div className="contents print:hidden">{actions}</div> : null}
      </header>
      {children}
    </main>
  );
}
