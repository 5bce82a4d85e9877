import {
  Calendar,
  CalendarArrowUp,
  CircleCheck,
  CircleDot,
  CircleUser,
  Flag,
  type LucideIcon,
  MessageSquareText,
  SignalHigh,
  Tag,
} from 'lucide-react';
import type { ChangeField } from '@/lib/bulk/changes';

/** Sign of each field of the composer. */
export const fieldIcons: Readonly<Record<ChangeField, LucideIcon>> = {
  status: CircleDot,
  assignee: CircleUser,
  dueDate: Calendar,
  startDate: CalendarArrowUp,
  milestone: Flag,
  category: Tag,
  priority: SignalHigh,
  resolution: CircleCheck,
  comment: MessageSquareText,
};
