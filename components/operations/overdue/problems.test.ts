import { expect, it } from 'vitest';
import { emptyForm, type OverdueForm } from './overdue-form';
import { type Problem, problemsOf } from './problems';

const empty = emptyForm('{{key}}');
const facts = { form: empty, late: 5, taken: 5, decided: true, today: '2026-11-20' };
const scope = (daysLate: string): Partial<OverdueForm> => ({ scope: { ...empty.scope, daysLate } });
const comment = (text: string): Partial<OverdueForm> => ({ comment: { on: true, text } });
const day = (text: string): Partial<OverdueForm> => ({ due: { to: 'day', day: text, days: '' } });
const days = (text: string): Partial<OverdueForm> => ({ due: { to: 'workingDays', day: '', days: text } });

it.each<[string, Partial<OverdueForm>, Partial<typeof facts>, Problem[]]>([
  ['nothing is wrong', {}, {}, []],
  ['no number of days', scope('many'), {}, ['daysLate']],
  ['no issue is late', {}, { late: 0, taken: 0 }, ['nothingLate']],
  ['every box is empty', {}, { taken: 0 }, ['nothingMeant']],
  ['nothing is chosen', {}, { decided: false }, ['nothingToDo']],
  ['a comment of blanks', comment(' \n'), {}, ['commentEmpty']],
  ['a comment that is too long', comment('あ'.repeat(10_001)), {}, ['commentTooLong']],
  ['a comment that cannot be stored', comment('a\u0000b'), {}, ['commentUnstorable']],
  ['a comment that is off', { comment: { on: false, text: '' } }, {}, []],
  ['no day yet', day(''), {}, ['dayMissing']],
  ['a year half typed', day('0026-11-27'), {}, ['dayWrong']],
  ['yesterday', day('2026-11-19'), {}, ['dayPast']],
  ['today', day('2026-11-20'), {}, []],
  ['too many working days', days('61'), {}, ['days']],
  [
    'several things at once',
    { ...scope(''), ...days('') },
    { taken: 0 },
    ['daysLate', 'nothingMeant', 'days'],
  ],
])('%s', (_name, form, more, problems) => {
  expect(problemsOf({ ...facts, ...more, form: { ...empty, ...form } })).toEqual(problems);
});
