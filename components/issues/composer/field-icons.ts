import {
  Bell,
  Calendar,
  CalendarArrowUp,
  CircleCheck,
  CircleDot,
  CircleUser,
  Clock,
  CornerLeftUp,
  Flag,
  Hash,
  Hourglass,
  List,
  ListChecks,
  type LucideIcon,
  MessageSquareText,
  Package,
  Shapes,
  SignalHigh,
  Tag,
  TextCursorInput,
} from 'lucide-react';
import { type BlockField, type Editor, type PlainKey, traitsOf } from './block-field';

/** Sign of each field that every project has. */
export const fieldIcons: Readonly<Record<PlainKey, LucideIcon>> = {
  issueType: Shapes,
  status: CircleDot,
  assignee: CircleUser,
  dueDate: Calendar,
  startDate: CalendarArrowUp,
  milestone: Flag,
  version: Package,
  category: Tag,
  priority: SignalHigh,
  estimatedHours: Hourglass,
  actualHours: Clock,
  parent: CornerLeftUp,
  resolution: CircleCheck,
  comment: MessageSquareText,
  notify: Bell,
};

/** Custom fields show of what kind they are. */
const customIcons: Readonly<Record<Editor, LucideIcon>> = {
  value: List,
  values: ListChecks,
  day: Calendar,
  number: Hash,
  text: TextCursorInput,
  issue: CornerLeftUp,
  people: CircleUser,
};

export function iconOf(field: BlockField): LucideIcon {
  return field.target === null ? fieldIcons[field.key] : customIcons[traitsOf(field).editor];
}
