import { dateOnly } from '@/lib/backlog/schemas/date-only';
import type { BacklogVersion } from '@/lib/backlog/schemas/issue';
import type { BacklogWiki } from '@/lib/backlog/schemas/wiki';

/** A milestone at one moment. Days are yyyy-MM-dd. */
export interface MilestoneImage {
  id: number;
  name: string;
  description: string;
  startDate: string | null;
  dueDate: string | null;
  archived: boolean;
}

/** A wiki page at one moment. */
export interface WikiImage {
  id: number;
  name: string;
  content: string;
  /** Numeric id of who made it. */
  createdBy: number | null;
}

/** What a side step is about, right before or after it: for reconciliation and undo. */
export interface StepImage {
  /** Null while it does not exist, and of a step that is about a wiki page. */
  milestone: MilestoneImage | null;
  /** Of a step that is about a wiki page: null while it does not exist. */
  wiki?: WikiImage | null;
  /** Before a creation: ids of all milestones that the project had, or of all wiki pages that mention the name. */
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

export function wikiImage({ id, name, content, createdUser }: BacklogWiki): WikiImage {
  return { id, name, content, createdBy: createdUser?.id ?? null };
}

/** Whether a page still is what somebody wrote; Backlog stores line ends in its own way. */
export function sameWiki(
  a: Pick<WikiImage, 'name' | 'content'>,
  b: Pick<WikiImage, 'name' | 'content'>,
): boolean {
  return a.name === b.name && sameText(a.content, b.content);
}

/** Whether two texts are the same but for line ends and the blank lines after their end. */
function sameText(a: string, b: string): boolean {
  const plain = (text: string) => text.replaceAll('\r\n', '\n').trimEnd();
  return plain(a) === plain(b);
}
