import { describe, expect, it } from 'vitest';
import { emptyForm, type HandoverForm, withSuccessors } from './handover-form';
import { MOST_COMMENT, problemsOf } from './problems';

const rest = { count: 0, to: 10 };
const choice = { one: 10, byProject: [], rules: [], rest, spare: [] };
const candidate = { id: 10, name: '人10', issues: 0, hours: 0, lacking: [], nowhere: false };
const nowhere = { ...candidate, id: 11, lacking: ['WEB'], nowhere: true };
const good = withSuccessors(emptyForm(99, 'x'), [10]);

function found(form: HandoverForm, given: Partial<Parameters<typeof problemsOf>[0]> = {}) {
  const facts = { form, held: 3, going: 2, candidates: [candidate, nowhere], choice, complete: true };
  const personOf = (id: number) => ({ id, label: `人${id}` });
  return problemsOf({ ...facts, personOf, ...given }).map(({ at, code, wrong }) => [at, code, wrong]);
}

describe('what is in the way of a preview', () => {
  it('is nothing for a complete form', () => {
    expect(found(good)).toEqual([]);
  });

  it.each<[string, HandoverForm, Partial<Parameters<typeof problemsOf>[0]>, unknown[]]>([
    [
      'nobody is chosen',
      emptyForm(null, 'x'),
      {},
      [
        ['from', 'chooseFrom', false],
        ['to', 'chooseTo', false],
      ],
    ],
    ['the leaver holds nothing', good, { held: 0, going: 0 }, [['from', 'nothingHeld', true]]],
    ['the leaver takes over', withSuccessors(good, [99, 10]), {}, [['to', 'toSelf', true]]],
    [
      'somebody in none of the projects takes over',
      withSuccessors(good, [11]),
      {},
      [['to', 'toNowhere', true]],
    ],
    ['one person shares evenly', { ...good, by: 'level' }, {}, [['split', 'needsTwo', true]]],
    [
      'a row has nobody',
      { ...good, by: 'category' },
      { choice: { ...choice, rest: { count: 1, to: null } }, complete: false },
      [['split', 'ruleEmpty', true]],
    ],
    ['one by one and nobody named', { ...good, by: 'issue' }, {}, [['split', 'nobodyNamed', false]]],
    ['nothing goes', good, { going: 0 }, [['scope', 'nothingGoes', true]]],
    [
      'no number of days',
      { ...good, due: { shift: true, days: '61', which: 'all' } },
      {},
      [['due', 'days', true]],
    ],
    [
      'an empty comment',
      { ...good, comment: { on: true, text: ' ' } },
      {},
      [['comment', 'commentEmpty', true]],
    ],
    [
      'a long comment',
      { ...good, comment: { on: true, text: '長'.repeat(MOST_COMMENT + 1) } },
      {},
      [['comment', 'commentTooLong', true]],
    ],
  ])('%s', (_name, form, given, expected) => {
    expect(found(form, given)).toEqual(expected);
  });

  it('does not look at what is switched off', () => {
    expect(
      found({ ...good, due: { shift: false, days: 'x', which: 'all' }, comment: { on: false, text: '' } }),
    ).toEqual([]);
  });
});
