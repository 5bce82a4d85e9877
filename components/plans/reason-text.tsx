'use client';
import {
  BellOff,
  CalendarOff,
  CalendarX2,
  CircleDashed,
  ClockAlert,
  CornerLeftUp,
  FolderArchive,
  History,
  ListTree,
  type LucideIcon,
  PenLine,
  TextCursorInput,
  Trash2,
  Unlink,
  UserRoundX,
} from 'lucide-react';
import { useMemo } from 'react';
import { useWording } from '@/components/layout/use-wording';
import { planRowWords } from '@/lib/i18n/plan-row-words';
import type { WarningCode } from './plan-data';

export const warningIcons: Record<WarningCode, LucideIcon> = {
  PARENT_CLOSED: CornerLeftUp,
  DUE_BEFORE_START: CalendarX2,
  MILESTONE_ARCHIVED: FolderArchive,
  ASSIGNEE_NOT_MEMBER: UserRoundX,
  CHILD_MOVES_ALONE: Unlink,
  NOTIFIED_NOT_MEMBER: BellOff,
  REQUIRED_FIELD_EMPTY: TextCursorInput,
  PARENT_HAS_OPEN_CHILDREN: ListTree,
  NO_RESOLUTION: CircleDashed,
  DUE_ON_DAY_OFF: CalendarOff,
  CHANGED_SINCE_READ: ClockAlert,
  TOUCHED_RECENTLY: History,
  UNDO_KEEPS_FIELD: PenLine,
  DELETES_MILESTONE: Trash2,
  DELETES_WIKI: Trash2,
};

/** Why a row is held back or cannot be carried out, in words. */
export function useReasonText() {
  const wording = useWording();
  return useMemo(() => {
    const { t } = wording;
    return {
      ...planRowWords(wording),
      warningTitle: (code: WarningCode) => t(`plans.warning.${code}.title`),
      warningBadge: (code: WarningCode) => t(`plans.warning.${code}.badge`),
    };
  }, [wording]);
}
