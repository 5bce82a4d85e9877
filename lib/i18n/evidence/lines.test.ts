import { describe, expect, it } from 'vitest';
import { evidenceHead, evidenceItem, wordingIn } from './evidence-fixtures';
import { evidenceLines } from './lines';

const linesIn = (locale: 'ja' | 'en', given: Parameters<typeof evidenceHead>[0] = {}) =>
  evidenceLines(wordingIn(locale), evidenceHead(given));
const lines = linesIn('ja');
const only = (...args: Parameters<typeof lines>) => {
  const [line] = lines(...args);
  if (line === undefined) throw new Error('no line');
  return line;
};
const due = { code: 'DUE_ON_DAY_OFF', values: { due: '2026-11-23', to: '2026-11-24' } } as const;

describe('a line of a record', () => {
  it('has the issue, the field, the values, the outcome, the times and whether it can be undone', () => {
    expect(lines(evidenceItem())).toEqual([
      {
        number: 5,
        place: 0,
        issueKey: 'WEB-856',
        summary: '検索結果の並び順',
        project: 'WEB',
        field: '担当者',
        before: { text: '佐藤 美咲' },
        planned: { text: '鈴木 健太' },
        after: { text: '鈴木 健太' },
        result: 'applied',
        resultText: '更新済み',
        reason: '',
        sentAt: '2026-11-22T05:35:01Z',
        endedAt: '2026-11-22T05:35:02Z',
        attempts: 1,
        undo: 'できる',
        undoneBy: null,
        later: '',
      },
    ]);
  });

  it.each([
    ['unchanged', {}, '変更なし', '順番が来たときには、すでにこの値でした。送信していません。'],
    ['cancelled', {}, '中止', '実行を中止したため、送信していません。'],
    ['left', {}, '残り', 'まだ終わっていません。'],
    ['notNeeded', {}, '変更なし', 'プランを作った時点で、すでにこの値でした。送信していません。'],
    ['leftOut', {}, '対象外', '承認の前に、対象から外しました。送信していません。'],
    [
      'leftOut',
      { warnings: [due] },
      '対象外',
      '警告があり、対象に含めませんでした。送信していません。期限日 2026/11/23(月) は休日です。次の営業日は 2026/11/24(火) です。',
    ],
    [
      'blocked',
      { blocks: [{ code: 'NO_WRITE_RIGHT', values: { project: 'WEB' } }] },
      '実行不可',
      'WEBの課題を更新する権限がありません。',
    ],
    [
      'applied',
      { warnings: [due] },
      '更新済み',
      '次の警告を確かめて、対象に含めました。期限日 2026/11/23(月) は休日です。次の営業日は 2026/11/24(火) です。',
    ],
    [
      'applied',
      { differs: ['assignee'] },
      '更新済み',
      '更新しましたが、担当者はBacklogに別の値で保存されました。',
    ],
    [
      'applied',
      { reason: { code: 'SETTLED_BY_HAND', by: { name: '高橋 彩', at: '2026-11-22T05:40:00Z' } } },
      '更新済み',
      '2026/11/22(日) 14:40 に高橋 彩がBacklogを見て、更新されていたと確かめました。',
    ],
    [
      'rejected',
      { reason: { code: 'SETTLED_BY_HAND', by: { name: '高橋 彩', at: '2026-11-22T05:40:00Z' } } },
      '失敗',
      '2026/11/22(日) 14:40 に高橋 彩がBacklogを見て、更新されていなかったと確かめました。',
    ],
    [
      'rejected',
      { reason: { code: 'REFUSED', message: '権限がありません。', status: 403, backlogCode: 11 } },
      '失敗',
      'Backlogの理由：権限がありません。（コード 403 / 11）',
    ],
    [
      'rejected',
      { reason: { code: 'VALUE_GONE', values: { field: 'assignee', label: '鈴木 健太' } } },
      '失敗',
      '鈴木 健太が、プランのあとにWEBのメンバーから外れました。送信していません。',
    ],
    [
      'rejected',
      { reason: { code: 'REFUSED', message: '不正な値です。', values: { field: 'status', label: '遅延' } } },
      '失敗',
      'WEBの状態「遅延」が、プランのあとに削除されました。Backlogの理由：不正な値です。',
    ],
    // Runs of before did not say which.
    [
      'rejected',
      { reason: { code: 'VALUE_GONE' } },
      '失敗',
      '設定する値が、プランのあとにプロジェクトから削除されました。送信していません。',
    ],
  ] as const)('of a row that is %s (%o) says so, and why', (result, given, resultText, reason) => {
    const {
      warnings = [],
      blocks = [],
      differs = [],
      ...more
    } = { ...given } as Partial<ReturnType<typeof evidenceItem>>;
    const item = evidenceItem({ result, ...more, warnings, blocks, differs });
    expect(only(item)).toMatchObject({ resultText, reason });
  });

  it('keeps days and numbers as such beside their words', () => {
    const item = evidenceItem({
      fields: [
        { field: 'dueDate', before: null, planned: '2026-11-27', after: '2026-11-27' },
        { field: 'estimatedHours', before: 3, planned: 7.5, after: 7.5 },
      ],
    });
    expect(lines(item).map(({ before, planned }) => [before, planned])).toEqual([
      [{ text: 'なし' }, { text: '2026/11/27(金)', raw: { day: '2026-11-27' } }],
      [
        { text: '3時間', raw: 3 },
        { text: '7.5時間', raw: 7.5 },
      ],
    ]);
  });

  it('calls custom fields as their project does', () => {
    const item = evidenceItem({
      fields: [{ field: 'customField_7', before: '2026-11-01', planned: '2026-11-27' }],
      diffs: [
        {
          field: 'customField_7',
          label: 'リリース日',
          kind: 'date',
          before: '2026-11-01',
          after: '2026-11-27',
        },
      ],
    });
    expect(only(item)).toMatchObject({
      field: 'リリース日',
      before: { raw: { day: '2026-11-01' } },
      after: null,
    });
  });

  it('tells who put it back and who took it up again', () => {
    const undone = evidenceItem({ undone: [{ planNumber: 15, fields: ['assignee'] }] });
    expect(only(undone)).toMatchObject({ undo: 'プラン #15 で戻した', undoneBy: 15 });
    const other = evidenceItem({ undone: [{ planNumber: 15, fields: ['dueDate'] }] });
    expect(only(other)).toMatchObject({ undo: 'できる', undoneBy: null });
    const again = evidenceItem({ result: 'conflict', takenUp: { planNumber: 16, result: 'applied' } });
    expect(only(again)).toMatchObject({ undo: '', later: 'プラン #16：更新済み' });
  });

  it('says of what cannot be undone that it cannot', () => {
    const item = evidenceItem({ fields: [], comment: 'お願いします。', notifiedIds: [2003, 9999] });
    expect(lines(item).map(({ field, planned, undo }) => [field, planned?.text, undo])).toEqual([
      ['コメント', 'お願いします。', 'できない'],
      ['お知らせ', '鈴木 健太、ID 9999', 'できない'],
    ]);
  });

  it('of a row without any field still stands there', () => {
    const item = evidenceItem({ result: 'blocked', fields: [], diffs: [], issueKey: '', projectId: 77 });
    expect(only(item)).toMatchObject({ project: 'ID 77', field: '', before: null, planned: null });
  });

  it('is in the other language, too', () => {
    const [line] = linesIn('en')(evidenceItem({ result: 'leftOut' }));
    expect(line).toMatchObject({
      field: 'Assignee',
      resultText: 'Left out',
      reason: 'Left out before the approval. Nothing was sent.',
    });
  });
});
