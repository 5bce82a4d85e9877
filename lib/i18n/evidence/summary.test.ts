import { describe, expect, it } from 'vitest';
import type { EvidenceHead } from '@/lib/actions/runs/evidence-schemas';
import { evidenceHead, wordingIn } from './evidence-fixtures';
import { evidenceSummary } from './summary';

type Operation = NonNullable<EvidenceHead['plan']['operation']>;
const labelled = (id: number, label: string) => ({ id, label });

/** `section/label` → lines. */
function factsOf(head: EvidenceHead, locale: 'ja' | 'en' = 'ja'): Record<string, string[]> {
  return Object.fromEntries(
    evidenceSummary(wordingIn(locale), head, 5).flatMap(({ title, facts }) =>
      facts.map(({ label, lines }) => [`${title}/${label}`, lines] as const),
    ),
  );
}
const decisionsOf = (operation: Operation, names: EvidenceHead['names'] = { project: { 501: 'WEB' } }) =>
  Object.fromEntries(
    Object.entries(
      factsOf(evidenceHead({ run: { kind: operation.kind }, plan: { operation }, head: { names } })),
    ).flatMap(([name, lines]) => (name.startsWith('変更内容/') ? [[name.slice(5), lines]] : [])),
  );

describe('the summary of a record', () => {
  it('tells plan, approval, times to the second, pace and outcomes, also of rows that were no part of the run', () => {
    expect(factsOf(evidenceHead({}))).toMatchObject({
      '対象/選び方': ['一覧で選んだ5件'],
      'プラン/番号': ['#12'],
      'プラン/版': ['3'],
      'プラン/ダイジェスト（承認した内容）': ['d1ge57'],
      'プラン/作成日時': ['2026/11/22(日) 14:30:00'],
      'プラン/内訳': ['変更 2件', '変更なし 1件', '警告 1件', '実行不可 1件', '実行に含めた2件（全5件中）'],
      '承認と実行/承認者': ['高橋 彩'],
      '承認と実行/承認日時': ['2026/11/22(日) 14:34:58'],
      '承認と実行/速さ': ['ゆっくり'],
      '承認と実行/終了': ['2026/11/22(日) 14:36:40'],
      '承認と実行/所要時間': ['1分40秒'],
      '承認と実行/結果': [
        '更新済み 1件',
        '競合 1件',
        '実行の対象外：変更なし 1件',
        '実行の対象外：外した 1件',
        '実行の対象外：実行不可 1件',
      ],
    });
  });

  it('of a run under way says that it has not ended', () => {
    const facts = factsOf(evidenceHead({ run: { state: 'running', endedAt: null } }));
    expect(facts['承認と実行/終了']).toEqual(['まだ終わっていません']);
    expect(facts).not.toHaveProperty('承認と実行/所要時間');
  });

  it('names a filter, and counts values that none of the issues has', () => {
    const filter = {
      projectIds: [501],
      statusIds: [1, 2, 50],
      assigneeIds: [2002],
      milestoneIds: [],
      categoryIds: [],
      issueTypeIds: [],
      priorityIds: [],
      dueDateSince: null,
      dueDateUntil: '2026-11-21',
      keyword: '請求',
    };
    const head = evidenceHead({
      head: {
        selection: { kind: 'allMatching', count: 5, filter },
        names: {
          project: { 501: 'WEB' },
          status: { 1: '未対応', 2: '処理中' },
          assignee: { 2002: '佐藤 美咲' },
        },
      },
    });
    expect(factsOf(head)).toMatchObject({
      '対象/選び方': ['絞り込みに合うすべての課題（選んだ時点で5件）'],
      '対象/プロジェクト': ['WEB'],
      '対象/状態': ['未対応、処理中、ほか対象の課題にない値1つ'],
      '対象/担当者': ['佐藤 美咲'],
      '対象/期限日': ['2026/11/21(土)まで'],
      '対象/キーワード': ['請求'],
    });
  });

  it('tells what an undo takes back, and what happened to the run', () => {
    const head = evidenceHead({
      run: { kind: 'undo', sourceNumber: 9 },
      head: {
        source: { runId: 'x', planNumber: 9, kind: 'handover' },
        events: [
          { at: '2026-11-22T05:35:30Z', kind: 'paceSet', pace: 'limit' },
          { at: '2026-11-22T05:36:00Z', kind: 'retried', count: 2 },
        ],
      },
    });
    expect(factsOf(head)).toMatchObject({
      '対象/選び方': ['プラン #9 の実行で変えた5件'],
      '変更内容/内容': ['#9を元に戻す'],
      '承認と実行/経過': [
        '2026/11/22(日) 14:35:30 速さを上限内に変更',
        '2026/11/22(日) 14:36:00 失敗した2件を再実行',
      ],
      '承認と実行/関連する実行': ['元に戻す対象：プラン #9 の実行'],
    });
  });

  it('is in the other language, too', () => {
    expect(factsOf(evidenceHead({}), 'en')).toMatchObject({
      'Selection/Selected': ['5 issues picked from the list'],
      'Approval and run/Approved at': ['22 Nov 2026 14:34:58'],
    });
  });
});

describe('the decisions of an operation', () => {
  const scope = {
    projectIds: [501],
    statusIds: [],
    issueTypeIds: [],
    milestoneIds: [],
    dueDateSince: null,
    dueDateUntil: null,
    leftOut: [7, 8],
  };
  const [tanaka, suzuki] = [labelled(2004, '田中 直樹'), labelled(2003, '鈴木 健太')];
  const handover = (split: Extract<Operation, { kind: 'handover' }>['split']): Operation => ({
    kind: 'handover',
    from: labelled(2002, '佐藤 美咲'),
    scope,
    split,
    due: { workingDays: 3, which: 'overdue' },
    reopen: true,
    comment: '{{from}}から引き継ぎます。{{other}}',
    notify: { creator: true, people: [suzuki] },
    lang: 'ja',
  });

  it('handover: from whom to whom, how shared out, what goes along', () => {
    expect(decisionsOf(handover({ by: 'one', to: tanaka }))).toEqual({
      内容: expect.any(Array),
      引き継ぎ元: ['佐藤 美咲'],
      プロジェクト: ['WEB'],
      対象から外した課題: ['2件'],
      分け方: ['すべて田中 直樹へ'],
      期限日: ['期限切れの課題だけ、3営業日あとへ'],
      状態: ['処理中は未対応に戻す'],
      コメント: ['{前任}から引き継ぎます。{{other}}'],
      お知らせ: ['課題の登録者、鈴木 健太'],
    });
  });

  it.each([
    [{ by: 'project', byProject: { 501: tanaka, 777: suzuki } }, ['WEB → 田中 直樹', 'ID 777 → 鈴木 健太']],
    [
      { by: 'category', rules: [{ label: 'API', categoryIds: [1], to: tanaka }], else: suzuki },
      ['API → 田中 直樹', 'それ以外 → 鈴木 健太'],
    ],
    [
      { by: 'issue', byIssue: { 1: tanaka, 2: tanaka, 3: suzuki }, else: null },
      ['2件 → 田中 直樹', '1件 → 鈴木 健太', 'それ以外 → 引き継がない'],
    ],
    [{ by: 'level', to: [tanaka, suzuki], measure: 'hours' }, ['田中 直樹、鈴木 健太で、予定時間をならす']],
  ] as const)('handover shared out by %o', (split, lines) => {
    const operation = handover(JSON.parse(JSON.stringify(split)));
    expect(decisionsOf(operation).分け方).toEqual(lines);
  });

  it('closure: what is closed, where the rest goes, what comes last', () => {
    const operation: Operation = {
      kind: 'closure',
      projectId: 501,
      milestone: labelled(24, 'Sprint 24'),
      resolvedIsDone: true,
      next: { kind: 'new', name: 'Sprint 25', startDate: '2026-11-23', dueDate: '2026-12-04' },
      unfinished: 'next',
      decisions: { 1: { to: 'none' }, 2: { to: 'close' } },
      leftOut: [3, 4, 5],
      resolution: labelled(0, '対応済み'),
      moveDueDates: false,
      archive: true,
      report: { wiki: { name: 'Sprint 24 の記録', content: '…' }, comment: null },
      snapshot: null,
    };
    expect(decisionsOf(operation)).toMatchObject({
      プロジェクト: ['WEB'],
      締めるマイルストーン: ['Sprint 24'],
      処理済み以降の課題: ['済みとして完了にする'],
      次のマイルストーン: ['Sprint 25（新しく作成、2026/11/23(月)〜2026/12/04(金)）'],
      未完了の課題の行き先: ['次へ送る'],
      行き先を個別に決めた課題: ['2件'],
      対象から外した課題: ['3件'],
      完了理由: ['対応済み'],
      期限日も次の期間へ: ['しない'],
      締めたマイルストーンをアーカイブ: ['する'],
      締めの記録を書くWikiページ: ['Sprint 24 の記録'],
    });
  });

  it('overdue: which issues, marked how, moved where', () => {
    const operation: Operation = {
      kind: 'overdue',
      scope: {
        projectIds: [501],
        assigneeIds: [2002, null],
        issueTypeIds: [],
        statusIds: [],
        daysLate: 3,
        leftOut: [],
      },
      mark: { status: { 501: labelled(60, '遅延') }, category: null, priority: null, comment: null },
      due: { to: 'workingDays', days: 5 },
      lang: 'ja',
    };
    const names = { project: { 501: 'WEB' }, assignee: { 2002: '佐藤 美咲' } };
    expect(decisionsOf(operation, names)).toMatchObject({
      担当者: ['佐藤 美咲、担当者なし'],
      遅れ: ['3日以上'],
      状態: ['WEB → 遅延'],
      期限日: ['今日から5営業日あと'],
    });
  });
});
