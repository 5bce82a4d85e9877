import type { ActionDefinition } from './define-action';
import { issuesByKey } from './issues/by-key';
import { issuesCount } from './issues/count';
import { issuesPage } from './issues/page';
import { issuesProjects } from './issues/projects';
import { issuesReference } from './issues/reference';
import { plansApprove } from './plans/approve';
import { plansDiscard } from './plans/discard';
import { plansDraftAgain } from './plans/draft-again';
import { plansDraftBulkUpdate } from './plans/draft-bulk-update';
import { plansDraftUndo } from './plans/draft-undo';
import { plansGet } from './plans/get';
import { plansRefresh } from './plans/refresh';
import { plansSetIncluded } from './plans/set-included';
import { plansShow } from './plans/show';
import { quotaGet } from './quota/get';
import { runsCancel } from './runs/cancel';
import { runsConflicts } from './runs/conflicts';
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
  'issues.byKey': issuesByKey,
  'issues.count': issuesCount,
  'issues.page': issuesPage,
  'issues.projects': issuesProjects,
  'issues.reference': issuesReference,
  'plans.approve': plansApprove,
  'plans.discard': plansDiscard,
  'plans.draftAgain': plansDraftAgain,
  'plans.draftBulkUpdate': plansDraftBulkUpdate,
  'plans.draftUndo': plansDraftUndo,
  'plans.get': plansGet,
  'plans.refresh': plansRefresh,
  'plans.setIncluded': plansSetIncluded,
  'plans.show': plansShow,
  'quota.get': quotaGet,
  'runs.cancel': runsCancel,
  'runs.conflicts': runsConflicts,
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
