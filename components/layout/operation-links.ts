import { CalendarX2, FlagTriangleRight, type LucideIcon, UsersRound } from 'lucide-react';

/** The operations in the order of the navigation; `key` is the last part of the path and the key of the messages. */
export const operationLinks: readonly { key: 'handover' | 'closure' | 'overdue'; icon: LucideIcon }[] = [
  { key: 'handover', icon: UsersRound },
  { key: 'closure', icon: FlagTriangleRight },
  { key: 'overdue', icon: CalendarX2 },
];
