import type { EvidenceHead } from '@/lib/actions/runs/evidence-schemas';
import type { Closure } from '@/lib/bulk/operations/closure-schema';
import type { Handover } from '@/lib/bulk/operations/handover-schema';
import type { Overdue } from '@/lib/bulk/operations/overdue-schema';
import { joinNames } from '../join-texts';
import type { Wording } from '../wording';
import { conditionFacts, type Fact, rangeWords } from './filter-words';

type Operation = NonNullable<EvidenceHead['plan']['operation']>;

/** Everything that a person decided about an operation, in words. */
export function operationFacts(wording: Wording, names: EvidenceHead['names'], operation: Operation): Fact[] {
  switch (operation.kind) {
    case 'handover':
      return handoverFacts(wording, names, operation);
    case 'closure':
      return closureFacts(wording, names, operation);
    case 'overdue':
      return overdueFacts(wording, names, operation);
  }
}

type Names = EvidenceHead['names'];

function handoverFacts(wording: Wording, names: Names, of: Handover): Fact[] {
  const { t, locale } = wording;
  const { from, scope, split, due, reopen, comment, notify } = of;
  const told = [
    ...(notify.creator ? [t('evidence.decision.creator')] : []),
    ...notify.people.map((person) => person.label),
  ];
  return compact([
    one(t('evidence.decision.from'), from.label),
    ...conditionFacts(wording, names, scope),
    leftOutFact(wording, scope.leftOut.length),
    { label: t('evidence.decision.split'), lines: splitLines(wording, names, split) },
    due &&
      one(t('common.field.dueDate'), t(`evidence.decision.later.${due.which}`, { days: due.workingDays })),
    reopen ? one(t('common.field.status'), t('evidence.decision.reopen')) : null,
    comment === null ? null : one(t('common.field.comment'), inWords(comment, handoverTokens(wording))),
    told.length === 0 ? null : one(t('common.field.notify'), joinNames(locale, told)),
  ]);
}

const handoverTokens = ({ t }: Wording) => ({
  from: t('operations.handover.token.from'),
  to: t('operations.handover.token.to'),
  due: t('operations.handover.token.due'),
  key: t('operations.handover.token.key'),
});
const overdueTokens = ({ t }: Wording) => ({
  due: t('operations.overdue.token.due'),
  days: t('operations.overdue.token.days'),
  newDue: t('operations.overdue.token.newDue'),
  assignee: t('operations.overdue.token.assignee'),
  key: t('operations.overdue.token.key'),
});

/** A comment template as the person wrote it, `{前任}` for `{{from}}`. */
function inWords(template: string, tokens: Record<string, string>): string {
  return template.replace(/\{\{(\w+)\}\}/g, (typed, name: string) =>
    Object.hasOwn(tokens, name) ? `{${tokens[name]}}` : typed,
  );
}

function splitLines(wording: Wording, names: Names, split: Handover['split']): string[] {
  const { t, locale } = wording;
  const goes = (what: string, to: string) => t('evidence.decision.goes', { what, to });
  const rest = (to: string) => goes(t('evidence.decision.rest'), to);
  switch (split.by) {
    case 'one':
      return [t('evidence.decision.all', { to: split.to.label })];
    case 'project':
      return Object.entries(split.byProject).map(([id, to]) =>
        goes(projectName(wording, names, id), to.label),
      );
    case 'category':
      return [...split.rules.map((rule) => goes(rule.label, rule.to.label)), rest(split.else.label)];
    case 'issue': {
      const counts = new Map<string, number>();
      for (const { label } of Object.values(split.byIssue)) counts.set(label, (counts.get(label) ?? 0) + 1);
      const named = [...counts].map(([to, count]) => goes(t('common.issues', { count }), to));
      return [...named, split.else === null ? t('evidence.decision.restStays') : rest(split.else.label)];
    }
    case 'level': {
      const people = joinNames(
        locale,
        split.to.map((person) => person.label),
      );
      return [t(`evidence.decision.level.${split.measure}`, { people })];
    }
  }
}

function closureFacts(wording: Wording, names: Names, of: Closure): Fact[] {
  const { t } = wording;
  const { next, report } = of;
  const decided = Object.keys(of.decisions).length;
  return compact([
    one(t('common.field.project'), projectName(wording, names, String(of.projectId))),
    one(t('evidence.decision.closes'), of.milestone.label),
    one(t('evidence.decision.resolved'), t(`evidence.decision.${of.resolvedIsDone ? 'isDone' : 'isOpen'}`)),
    one(
      t('evidence.decision.next'),
      next === null
        ? t('common.none')
        : next.kind === 'existing'
          ? next.milestone.label
          : t('evidence.decision.newMilestone', {
              name: next.name,
              period: periodWords(wording, next.startDate, next.dueDate),
            }),
    ),
    one(t('evidence.decision.unfinished'), t(`evidence.decision.to.${of.unfinished}`)),
    decided === 0 ? null : one(t('evidence.decision.single'), t('common.issues', { count: decided })),
    leftOutFact(wording, of.leftOut.length),
    one(t('common.field.resolution'), of.resolution.label),
    one(t('evidence.decision.moveDueDates'), yesNo(wording, of.moveDueDates)),
    one(t('evidence.decision.archive'), yesNo(wording, of.archive)),
    report.wiki && one(t('evidence.decision.wiki'), report.wiki.name),
    report.comment && one(t('evidence.decision.reportComment'), report.comment.issueKey),
  ]);
}

function overdueFacts(wording: Wording, names: Names, of: Overdue): Fact[] {
  const { t, day } = wording;
  const { scope, mark, due } = of;
  const perProject = (values: Record<string, { label: string }>) =>
    Object.entries(values).map(([id, to]) =>
      t('evidence.decision.goes', { what: projectName(wording, names, id), to: to.label }),
    );
  return compact([
    ...conditionFacts(wording, names, scope),
    one(t('evidence.decision.daysLate'), t('evidence.decision.atLeast', { days: scope.daysLate })),
    leftOutFact(wording, scope.leftOut.length),
    mark.status && { label: t('common.field.status'), lines: perProject(mark.status) },
    mark.category && { label: t('evidence.decision.addsCategory'), lines: perProject(mark.category) },
    mark.priority && one(t('common.field.priority'), mark.priority.label),
    due &&
      one(
        t('common.field.dueDate'),
        due.to === 'day' ? day(due.day) : t('evidence.decision.fromToday', { days: due.days }),
      ),
    mark.comment === null
      ? null
      : one(t('common.field.comment'), inWords(mark.comment, overdueTokens(wording))),
  ]);
}

/** First and last day of a milestone. */
export function periodWords(wording: Wording, since: string | null, until: string | null): string {
  return rangeWords(wording, since, until) ?? wording.t('evidence.noDates');
}

function projectName({ t }: Wording, names: Names, id: string): string {
  return names.project?.[id] ?? t('plans.idOnly', { id });
}

function leftOutFact({ t }: Wording, count: number): Fact | null {
  return count === 0 ? null : one(t('evidence.decision.leftOut'), t('common.issues', { count }));
}

const yesNo = ({ t }: Wording, yes: boolean) => t(yes ? 'evidence.yes' : 'evidence.no');
const one = (label: string, text: string): Fact => ({ label, lines: [text] });
const compact = (facts: readonly (Fact | null)[]) => facts.filter((fact) => fact !== null);
