import type { RunItem } from '@/lib/actions/runs/run-schemas';
import { type FieldDiff, isDiffField, isWikiStep, type PlanStep } from '@/lib/bulk/plan';
import { diffWords } from './diff-words';
import { joinSentences } from './join-texts';
import type { Messages } from './messages';
import { shorten } from './shorten';
import type { Wording } from './wording';

type ItemReason = NonNullable<RunItem['reason']>;

/** Codes that mean something else of a side step than of an issue. */
type StepReasonCode = keyof Messages['runs']['stepReason'] & ItemReason['code'];
const stepReasons = {
  GONE: true,
  NO_RIGHT: true,
  UNREADABLE: true,
  NAME_TAKEN: true,
  ANSWER_LOST: true,
  CHANGED_MEANWHILE: true,
} as const satisfies Record<StepReasonCode, true>;
const isStepReason = (code: ItemReason['code']): code is StepReasonCode => code in stepReasons;

interface EndedItem extends Pick<RunItem, 'reason' | 'differs' | 'issueKey'> {
  /** They tell names and kinds of custom fields. */
  diffs?: readonly FieldDiff[];
  step?: PlanStep;
  /** Its value stands at Backlog. */
  applied: boolean;
}

/** What happened to an item and what a person can do about it, in words. */
export interface ReasonText {
  text: string;
  fix: string;
  /** For whoever asks Backlog's support: HTTP status and Backlog's own code. */
  code: string | null;
}

/** The sentences about an item that did not end as planned; null for one that did. */
export function itemReasonWords(wording: Wording): (item: EndedItem) => ReasonText | null {
  const { t, locale, instant } = wording;
  const diff = diffWords(wording);
  const changes = (fields: NonNullable<ItemReason['fields']>, diffs: EndedItem['diffs']) =>
    diff.join(
      fields.flatMap(({ field, now }) =>
        field === 'project'
          ? []
          : [
              t('runs.reason.fieldNow', {
                field: diff.field(field, diffs),
                value: shorten(diff.value(field, now, diffs)),
              }),
            ],
      ),
    );
  const ofStep = (step: PlanStep, code: StepReasonCode, by: ItemReason['by']) => {
    const what = isWikiStep(step) ? 'wiki' : 'milestone';
    const text =
      code !== 'CHANGED_MEANWHILE'
        ? t(`runs.stepReason.${code}.text`, { what })
        : by
          ? t('runs.stepReason.CHANGED_MEANWHILE.text', { at: instant(by.at), by: by.name })
          : t('runs.stepReason.CHANGED_MEANWHILE.textPlain');
    return { text, fix: t(`runs.stepReason.${code}.fix`, { what }) };
  };
  const heldBack = ({ failed = 0, open = 0, report }: ItemReason) =>
    joinSentences(locale, [
      t('runs.reason.HELD_BACK.text'),
      failed > 0 ? t('runs.reason.HELD_BACK.failed', { failed }) : null,
      report ? t('runs.reason.HELD_BACK.report') : null,
      open > 0 ? t('runs.reason.HELD_BACK.open', { open }) : null,
    ]);
  const reportHeld = ({ failed = 0, leftOut = 0, otherwise = 0 }: ItemReason) =>
    joinSentences(locale, [
      t('runs.reason.REPORT_HELD.text'),
      failed > 0 ? t('runs.reason.REPORT_HELD.failed', { failed }) : null,
      leftOut > 0 ? t('runs.reason.REPORT_HELD.leftOut', { leftOut }) : null,
      otherwise > 0 ? t('runs.reason.REPORT_HELD.otherwise', { otherwise }) : null,
    ]);
  /** Which value is gone, and where; null for a reason that names none. */
  const goneText = ({ values }: ItemReason, { issueKey, diffs }: EndedItem): string | null => {
    const { field, label: name } = values ?? {};
    if (field === undefined || name === undefined) return null;
    const project = issueKey.slice(0, issueKey.lastIndexOf('-'));
    if (field === 'assignee') return t('runs.reason.VALUE_GONE.member', { name, project });
    const called = isDiffField(field) ? diff.field(field, diffs) : field;
    // The custom field itself is gone.
    const shown = called === name ? t('common.field.custom') : called;
    return t('runs.reason.VALUE_GONE.value', { field: shown, name, project });
  };
  const textOf = (reason: ItemReason, item: EndedItem): string => {
    const { applied, diffs } = item;
    const gone = goneText(reason, item);
    switch (reason.code) {
      case 'VALUE_GONE':
        return gone === null
          ? t('runs.reason.VALUE_GONE.text')
          : joinSentences(locale, [gone, t('runs.reason.VALUE_GONE.notSent')]);
      case 'HELD_BACK':
        return heldBack(reason);
      case 'REPORT_HELD':
        return reportHeld(reason);
      case 'CHANGED_MEANWHILE':
      case 'CHANGED_DURING_WRITE': {
        const list = changes(reason.fields ?? [], diffs) || t('runs.reason.fieldsUnknown');
        return reason.by
          ? t(`runs.reason.${reason.code}.text`, {
              at: instant(reason.by.at),
              by: reason.by.name,
              changes: list,
            })
          : t(`runs.reason.${reason.code}.textPlain`, { changes: list });
      }
      case 'REFUSED':
        return joinSentences(locale, [
          gone,
          reason.message
            ? t('runs.reason.REFUSED.text', { message: reason.message })
            : t('runs.reason.REFUSED.textPlain'),
        ]);
      case 'SETTLED_BY_HAND':
        return t(`runs.reason.SETTLED_BY_HAND.${applied ? 'textApplied' : 'text'}`, {
          at: reason.by ? instant(reason.by.at) : '—',
          by: reason.by?.name ?? '—',
        });
      case 'NOT_CARRIED_OUT':
        return t('runs.reason.NOT_CARRIED_OUT.text', { attempts: reason.attempts ?? 1 });
      case 'MILESTONE_NOT_EMPTY':
        return t('runs.reason.MILESTONE_NOT_EMPTY.text', { count: reason.count ?? 1 });
      default:
        return t(`runs.reason.${reason.code}.text`);
    }
  };
  const fixOf = ({ code, values, failed = 0, report, leftOut = 0, otherwise = 0 }: ItemReason): string => {
    if (code === 'HELD_BACK' && failed === 0)
      return t(`runs.reason.HELD_BACK.${report ? 'fixAgain' : 'fixOpen'}`);
    if (code === 'REPORT_HELD' && leftOut + otherwise === 0) return t('runs.reason.REPORT_HELD.fixRetry');
    if (values?.field === 'assignee') return t('runs.reason.VALUE_GONE.memberFix');
    return t(`runs.reason.${values?.field === undefined ? code : 'VALUE_GONE'}.fix`);
  };
  return (item) => {
    const { reason, differs, diffs, step } = item;
    if (reason === null) {
      if (differs.length === 0) return null;
      const fields = diff.join(differs.map((field) => diff.field(field, diffs)));
      return {
        text: t('runs.reason.differs.text', { fields }),
        fix: t('runs.reason.differs.fix'),
        code: null,
      };
    }
    const codes = [reason.status, reason.backlogCode].filter((code) => typeof code === 'number');
    const told = reason.code !== 'REFUSED' && reason.message;
    const { text, fix } =
      step !== undefined && isStepReason(reason.code)
        ? ofStep(step, reason.code, reason.by)
        : { text: textOf(reason, item), fix: fixOf(reason) };
    return {
      text: told ? joinSentences(locale, [text, t('runs.reason.REFUSED.text', { message: told })]) : text,
      fix,
      code: codes.length > 0 ? codes.join(' / ') : null,
    };
  };
}
