import type { EvidenceHead, RunEvent } from '@/lib/actions/runs/evidence-schemas';
import { durationWords } from '../duration-parts';
import { dayOf, formatDay, formatTime } from '../format-day';
import type { Messages } from '../messages';
import { changeWords, planTitle } from '../plan-title';
import type { Wording } from '../wording';
import { conditionFacts, type Fact } from './filter-words';
import { operationFacts } from './operation-facts';

export interface SummarySection {
  title: string;
  facts: Fact[];
}

type FactName = keyof Messages['evidence']['fact'];

/** Longer names inside a change are cut nowhere in a record. */
const WHOLE = Number.POSITIVE_INFINITY;

/**
 * What stands above the rows of a record: what was selected, decided and approved, by whom and when, and what came of
 * it. Times are in the space's zone, to the second.
 *
 * @param total rows of the plan
 */
export function evidenceSummary(wording: Wording, head: EvidenceHead, total: number): SummarySection[] {
  const { t } = wording;
  const at = (iso: string | null) => (iso === null ? '—' : exactTime(wording, head.timezone, iso));
  const fact = (name: FactName, ...lines: string[]): Fact => ({ label: t(`evidence.fact.${name}`), lines });
  const { run, plan } = head;
  return [
    {
      title: t('evidence.section.selection'),
      facts: [fact('selected', selectionWords(wording, head)), ...filterFacts(wording, head)],
    },
    {
      title: t('evidence.section.decision'),
      facts: [
        // Without a name of its own, a plan is called after its changes, which follow.
        ...(run.title === '' && run.kind === 'bulkUpdate' ? [] : [fact('title', planTitle(wording)(run))]),
        ...(plan.operation === null ? [] : operationFacts(wording, head.names, plan.operation)),
        ...(run.changes.length === 0
          ? []
          : [fact('changes', ...run.changes.map(changeWords(wording, WHOLE)))]),
        ...(plan.fixedIssues === 0 ? [] : [fact('fixed', t('common.issues', { count: plan.fixedIssues }))]),
      ],
    },
    {
      title: t('evidence.section.plan'),
      facts: [
        fact('number', `#${run.planNumber}`),
        fact('revision', String(plan.revision)),
        fact('digest', plan.digest ?? '—'),
        fact('createdBy', t(`evidence.actor.${plan.actorType}`, { name: plan.createdBy })),
        fact('createdAt', at(plan.createdAt)),
        fact('piles', ...pileLines(wording, head, total)),
      ],
    },
    {
      title: t('evidence.section.run'),
      facts: [
        fact('approvedBy', run.approvedBy),
        fact('approvedAt', at(run.approvedAt)),
        fact('pace', t(`common.pace.${run.pace}`)),
        fact('startedAt', at(run.startedAt)),
        fact('endedAt', run.endedAt === null ? t('evidence.notEnded') : at(run.endedAt)),
        ...durationFact(wording, head),
        fact('state', t(`runs.state.${run.state}`)),
        fact('outcomes', ...outcomeLines(wording, head)),
        ...eventFacts(wording, head),
        ...relatedFacts(wording, head),
      ],
    },
    {
      title: t('evidence.section.record'),
      facts: [
        fact('space', head.spaceHost),
        fact('at', `${at(head.at)} (${head.timezone})`),
        fact('rows', t('common.issues', { count: total })),
      ],
    },
  ];
}

/** A UTC instant to the second, in the space's zone. */
export function exactTime({ locale }: Wording, timezone: string, iso: string): string {
  const date = new Date(iso);
  return `${formatDay(dayOf(date, timezone), locale)} ${formatTime(date, timezone, true)}`;
}

function selectionWords({ t }: Wording, { selection, run, source }: EvidenceHead): string {
  const { count } = selection;
  if (source !== null) {
    const key = run.kind === 'undo' ? 'ofRun' : 'leftOfRun';
    return t(`evidence.selection.${key}`, { number: String(source.planNumber), count });
  }
  if (run.kind !== 'bulkUpdate') return t('evidence.selection.operation', { count });
  return t(`evidence.selection.${selection.kind}`, { count });
}

function filterFacts(wording: Wording, { selection, names }: EvidenceHead): Fact[] {
  const { t } = wording;
  if (selection.kind !== 'allMatching' || selection.filter === null) return [];
  const facts = conditionFacts(wording, names, selection.filter);
  return facts.length > 0
    ? facts
    : [{ label: t('evidence.fact.filter'), lines: [t('evidence.filter.none')] }];
}

function pileLines({ t }: Wording, { plan }: EvidenceHead, total: number): string[] {
  const line = (name: string, count: number) => t('evidence.count', { name, count });
  const piles = (['change', 'unchanged', 'needsReview', 'blocked'] as const)
    .filter((pile) => plan.counts[pile] > 0)
    .map((pile) => line(t(`common.pile.${pile}`), plan.counts[pile]));
  return [...piles, t('evidence.included', { count: plan.includedCount, total })];
}

/** Outcomes of the run, then the rows that were no part of it; what is zero is left out. */
function outcomeLines({ t }: Wording, { run, plan }: EvidenceHead): string[] {
  const line = (name: string, count: number) => (count === 0 ? [] : [t('evidence.count', { name, count })]);
  const outcomes = ['applied', 'unchanged', 'conflict', 'rejected', 'cancelled', 'unknown', 'left'] as const;
  const leftOut = plan.counts.change + plan.counts.needsReview - plan.includedCount;
  return [
    ...outcomes.flatMap((outcome) => line(t(`common.outcome.${outcome}`), run.counts[outcome])),
    ...line(t('evidence.outside.notNeeded'), plan.counts.unchanged),
    ...line(t('evidence.outside.leftOut'), leftOut),
    ...line(t('evidence.outside.blocked'), plan.counts.blocked),
  ];
}

function durationFact({ t }: Wording, { run }: EvidenceHead): Fact[] {
  if (run.startedAt === null || run.endedAt === null) return [];
  const seconds = (Date.parse(run.endedAt) - Date.parse(run.startedAt)) / 1000;
  return [{ label: t('evidence.fact.duration'), lines: [durationWords(t, seconds)] }];
}

function eventFacts(wording: Wording, { events, timezone }: EvidenceHead): Fact[] {
  if (events.length === 0) return [];
  const lines = events.map(
    (event) => `${exactTime(wording, timezone, event.at)} ${eventWords(wording, event)}`,
  );
  return [{ label: wording.t('evidence.fact.events'), lines }];
}

function eventWords({ t }: Wording, { kind, pace, count = 0, issueKey = '—' }: RunEvent): string {
  switch (kind) {
    case 'paceSet':
      return t('evidence.event.paceSet', {
        pace: t(`common.pace.${pace === 'gentle' ? 'gentle' : 'limit'}`),
      });
    case 'retried':
      return t('evidence.event.retried', { count });
    case 'settled':
    case 'itemLost':
      return t(`evidence.event.${kind}`, { key: issueKey });
    default:
      return t(`evidence.event.${kind}`);
  }
}

function relatedFacts({ t }: Wording, { source, followers, run }: EvidenceHead): Fact[] {
  const number = (of: { planNumber: number }) => ({ number: String(of.planNumber) });
  const lines = [
    ...(source === null
      ? []
      : [t(`runs.related.${run.kind === 'undo' ? 'undoOf' : 'againOf'}`, number(source))]),
    ...followers.map((later) =>
      t(`runs.related.${later.kind === 'undo' ? 'undoneBy' : 'takenUpBy'}`, number(later)),
    ),
  ];
  return lines.length === 0 ? [] : [{ label: t('evidence.fact.related'), lines }];
}
