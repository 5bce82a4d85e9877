import { dateOnly } from '@/lib/backlog/schemas/date-only';
import type { BacklogVersion } from '@/lib/backlog/schemas/issue';

/** A milestone at one moment. Days are yyyy-MM-dd. */
export interface MilestoneImage {
  id: number;
  name: string;
  description: string;
  startDate: string | null;
  dueDate: string | null;
  archived: boolean;
}

/** What a side step is about, right before or after it: for reconciliation and undo. */
export interface StepImage {
  /** Null while it does not exist. */
  milestone: MilestoneImage | null;
  /** Before a creation: ids of all milestones that the project had. */
  known?: number[];
}

/** @param timezone IANA zone of the space; matters for days of old records only */
export function milestoneImage(version: BacklogVersion, timezone: string): MilestoneImage {
  const { id, name, description, startDate, releaseDueDate, archived } = version;
  return {
    id,
    name,
    description: description ?? '',
    startDate: dateOnly(startDate, timezone),
    dueDate: dateOnly(releaseDueDate, timezone),
    archived,
  };
}

/** Whether two images show the very same milestone: every part of it, its id included. */
export function sameMilestone(a: MilestoneImage, b: MilestoneImage): boolean {
  return (
    a.id === b.id &&
    a.name === b.name &&
    a.description === b.description &&
    a.startDate === b.startDate &&
    a.dueDate === b.dueDate &&
    a.archived === b.archived
  );
}
