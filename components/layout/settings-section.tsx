import type { ReactNode } from 'react';

/** A group of settings under its heading. */
export function SettingsSection({
  title,
  hint,
  children,
}: {
  title: string;
  hint: string;
  children: ReactNode;
}) {
  return (
    <section aria-label={title}>
      <h2 className="font-semibold text-14">{title}</h2>
      <p className="mb-2 text-12 text-fg-3">{hint}</p>
      {children}
    </section>
  );
}

/** One setting: what it is, and the control at the right. */
export function SettingsRow({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <div className="flex min-h-12 flex-wrap items-center justify-between gap-x-4 gap-y-2 border-line border-b py-2">
      <div className="min-w-0 text-fg-2">{label}</div>
      {children}
    </div>
  );
}
