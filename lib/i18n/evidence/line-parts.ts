import type { EvidenceHead, EvidenceItem } from '@/lib/actions/runs/evidence-schemas';
import { type EvidenceField, wasChanged } from '@/lib/bulk/evidence-fields';
import type { FieldValue } from '@/lib/bulk/issue-values';
import { diffWords, isDayField } from '../diff-words';
import { joinNames } from '../join-texts';
import type { Wording } from '../wording';
import type { EvidenceValue, Part } from './part';
import { stepParts } from './step-parts';
import { undoWords } from './undo-words';

const empty: Part = { field: '', before: null, planned: null, after: null, undo: '', undoneBy: null };

const notToUndo = { undo: '', undoneBy: null };

/** Every part of a row, at least one. */
export function rowParts(wording: Wording, head: EvidenceHead): (item: EvidenceItem) => Part[] {
  const { t } = wording;
  const partOf = fieldParts(wording);
  const nameOf = toldPeople(wording, head);
  return (item) => {
    const { comment, notifiedIds, result } = item;
    const applied = result === 'applied';
    // What was said and who was told stays so.
    const said = { ...empty, undo: applied ? t('evidence.undo.no') : '' };
    const parts = [...stepParts(wording, item), ...item.fields.map((field) => partOf(item, field))];
    if (comment !== null) {
      const text = { text: comment };
      parts.push({ ...said, field: t('common.field.comment'), planned: text, after: applied ? text : null });
    }
    if (notifiedIds.length > 0) {
      const people = { text: joinNames(wording.locale, notifiedIds.map(nameOf)) };
      parts.push({ ...said, field: t('common.field.notify'), planned: people });
    }
    return parts.length > 0 ? parts : [empty];
  };
}

function fieldParts(wording: Wording): (item: EvidenceItem, field: EvidenceField) => Part {
  const words = diffWords(wording);
  return (item, field) => {
    const { diffs, result } = item;
    const name = field.field;
    const isDay = isDayField(name, diffs);
    const cell = (value: FieldValue | undefined): EvidenceValue | null => {
      if (value === undefined) return null;
      const text = words.value(name, value, diffs);
      if (typeof value === 'number') return { text, raw: value };
      return isDay && typeof value === 'string' ? { text, raw: { day: value } } : { text };
    };
    return {
      field: words.field(name, diffs),
      before: cell(field.before),
      planned: cell(field.planned),
      after: cell(field.after),
      ...(result === 'applied' ? undoWords(wording, item, name, wasChanged(field)) : notToUndo),
      ...(field.already ? { already: true } : {}),
    };
  };
}

/** Names of people whom the plan tells: as the person chose them, else as issues of the plan show them. */
function toldPeople({ t }: Wording, { run, plan, names }: EvidenceHead): (id: number) => string {
  const chosen = run.changes.flatMap((change) => (change.field === 'notify' ? change.people : []));
  const ofHandover = plan.operation?.kind === 'handover' ? plan.operation.notify.people : [];
  const labels = new Map([...chosen, ...ofHandover].map(({ id, label }) => [id, label]));
  return (id) => labels.get(id) ?? names.assignee?.[id] ?? t('plans.idOnly', { id: String(id) });
}
