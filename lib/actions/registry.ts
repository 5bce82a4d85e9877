import { closureDraft } from './closure/draft';
import { closureFiguresAction } from './closure/figures';
import { closureRecordAction } from './closure/record';
import type { ActionDefinition } from './define-action';
import { handoverDraft } from './handover/draft';
import { handoverKeep } from './handover/keep';
import { handoverRemaining } from './handover/remaining';
import { issuesByKey } from './issues/by-key';
import { issuesCount } from './issues/count';
import { issuesCreatedBy } from './issues/created-by';
import { issuesPage } from './issues/page';
import { issuesProjects } from './issues/projects';
import { issuesReference } from './issues/reference';
import { overdueDraft } from './overdue/draft';
import { plansApprove } from './plans/approve';
import { plansDiscard } from './plans/discard';
import { plansDraftAgain } from './plans/draft-again';
import { plansDraftBulkUpdate } from './plans/draft-bulk-update';
import { plansDraftUndo } from './plans/draft-undo';
import { plansFix } from './plans/fix';
import { plansGet } from './plans/get';
import { plansRefresh } from './plans/refresh';
import { plansSetIncluded } from './plans/set-included';
import { plansShow } from './plans/show';
import { quotaGet } from './quota/get';
import { runsCancel } from './runs/cancel';
import { runsConflicts } from './runs/conflicts';
import { runsEvidence } from './runs/evidence';
import { runsGet } from './runs/get';
import { runsItems } from './runs/items';
import { runsList } from './runs/list';
import { runsPause } from './runs/pause';
import { runsResume } from './runs/resume';
import { runsRetry } from './runs/retry';
import { runsSetPace } from './runs/set-pace';
import { runsSettle } from './runs/settle';
import { settingsGet } from './settings/get';
import { settingsSave } from './settings/save';

/** Every verb of the product by name: what the screens, the assistant and MCP can ask for. */
export const actions = {
  'closure.draft': closureDraft,
  'closure.figures': closureFiguresAction,
  'closure.record': closureRecordAction,
  'handover.draft': handoverDraft,
  'handover.keep': handoverKeep,
  'handover.remaining': handoverRemaining,
  'issues.byKey': issuesByKey,
  'issues.count': issuesCount,
  'issues.createdBy': issuesCreatedBy,
  'issues.page': issuesPage,
  'issues.projects': issuesProjects,
  'issues.reference': issuesReference,
  'overdue.draft': overdueDraft,
  'plans.approve': plansApprove,
  'plans.discard': plansDiscard,
  'plans.draftAgain': plansDraftAgain,
  'plans.draftBulkUpdate': plansDraftBulkUpdate,
  'plans.draftUndo': plansDraftUndo,
  'plans.fix': plansFix,
  'plans.get': plansGet,
  'plans.refresh': plansRefresh,
  'plans.setIncluded': plansSetIncluded,
  'plans.show': plansShow,
  'quota.get': quotaGet,
  'runs.cancel': runsCancel,
  'runs.conflicts': runsConflicts,
  'runs.evidence': runsEvidence,
  'runs.get': runsGet,
  'runs.items': runsItems,
  'runs.list': runsList,
  'runs.pause': runsPause,
  'runs.resume': runsResume,
  'runs.retry': runsRetry,
  'runs.setPace': runsSetPace,
  'runs.settle': runsSettle,
  'settings.get': settingsGet,
  'settings.save': settingsSave,
} as const satisfies Record<string, ActionDefinition>;

export type ActionName = keyof typeof actions;
