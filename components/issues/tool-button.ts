/** Quiet buttons of the line above the table. */
export const toolButton =
  'inline-flex h-[26px] max-w-full items-center gap-1.5 rounded-ctl px-2 text-12 text-fg-2 whitespace-nowrap hover:bg-surface-2 phone:h-9';
