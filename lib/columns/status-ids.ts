import { defaultStatuses } from '@/lib/backlog/schemas/default-statuses';

/** 処理中 and 処理済み have these ids in every project, whatever a project calls them. */
export const IN_PROGRESS_STATUS_ID = defaultStatuses.inProgress;
export const RESOLVED_STATUS_ID = defaultStatuses.resolved;
