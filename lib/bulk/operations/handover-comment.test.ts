import { expect, it } from 'vitest';
import { handoverComment, handoverTokens, writtenToken } from './handover-comment';

const values = { from: '佐藤 美咲', to: '鈴木 健太', due: '2026-11-26', key: 'WEB-1284' };

it.each([
  ['ja', '担当を{{from}}から{{to}}へ。', '担当を佐藤 美咲から鈴木 健太へ。'],
  ['ja', '{{key}}の期限日は{{due}}です。', 'WEB-1284の期限日は2026/11/26(木)です。'],
  ['en', '{{key}} is due {{due}}, {{to}}: {{due}}', 'WEB-1284 is due 26 Nov 2026, 鈴木 健太: 26 Nov 2026'],
  ['ja', '{{who}} {{ to }} {to} {{to', '{{who}} {{ to }} {to} {{to'],
] as const)('%s: %s', (lang, template, comment) => {
  expect(handoverComment(template, values, lang)).toBe(comment);
});

it('says that there is no due date', () => {
  const none = { ...values, due: null };
  expect(handoverComment('期限日: {{due}}', none, 'ja')).toBe('期限日: 期限日なし');
  expect(handoverComment('Due: {{due}}', none, 'en')).toBe('Due: no due date');
});

it('never takes a name for a token', () => {
  const odd = { ...values, from: '{{key}}', to: "$& $1 $'" };
  expect(handoverComment('{{from}} → {{to}}', odd, 'ja')).toBe("{{key}} → $& $1 $'");
});

it('fills every token that the editor offers', () => {
  const filled = handoverComment(handoverTokens.map(writtenToken).join(' '), values, 'en');
  expect(filled).toBe('佐藤 美咲 鈴木 健太 26 Nov 2026 WEB-1284');
});
