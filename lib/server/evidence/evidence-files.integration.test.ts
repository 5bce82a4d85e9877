import { createTranslator } from 'next-intl';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  comment,
  evidenceWorld,
  fates,
  formula,
  runOfEveryFate,
  said,
} from '@/lib/actions/runs/evidence-fixtures';
import { contextOf, type TestContext } from '@/lib/actions/testing';
import type { Locale } from '@/lib/i18n/locales';
import { messagesOf } from '@/lib/i18n/messages';
import { carryOutPlan, move, readyPlan, wholeClosure } from '@/lib/runs/steps-fixtures';
import { createWorld, FIRST, toEnglish, type World } from '@/lib/runs/testing';
import { parseCsv } from '@/lib/testing/read-csv';
import { readWorkbook } from '@/lib/testing/read-workbook';
import { databaseKinds } from '@/lib/testing/test-database';
import { fileColumns } from './cells';
import { evidenceCsv } from './evidence-csv';
import { readEvidence } from './evidence-pages';
import { evidenceXlsx } from './evidence-xlsx';
import { clockTime } from './space-time';

const translator = (locale: Locale) => createTranslator({ locale, messages: messagesOf(locale) });
const open = (ctx: TestContext, runId: string, locale: Locale = 'ja') =>
  readEvidence(ctx, runId, { t: translator(locale), locale });

async function csvOf(ctx: TestContext, runId: string, locale: Locale = 'ja') {
  let text = '';
  for await (const part of evidenceCsv(await open(ctx, runId, locale))) text += part;
  const lines = parseCsv(text.replace(/^\uFEFF/, ''));
  const empty = lines.findIndex((line) => line.every((field) => field === ''));
  return { text, summary: lines.slice(0, empty), head: lines[empty + 1] ?? [], rows: lines.slice(empty + 2) };
}
const columnOf = (name: (typeof fileColumns)[number]['name']) =>
  fileColumns.findIndex((column) => column.name === name);
const cellsOf = (row: readonly unknown[]) =>
  Object.fromEntries(fileColumns.map(({ name }, index) => [name, row[index]]));

/** A value of the ledger as a person would write it down. */
function plainly(value: unknown, field: string): string {
  if (value === null || value === undefined) return field === 'assignee' ? '担当者なし' : 'なし';
  if (Array.isArray(value)) return value.length === 0 ? 'なし' : value.map((one) => one.name).join('、');
  return typeof value === 'object' && 'name' in value ? String(value.name) : String(value);
}
/** Days between Excel's first day and a date. */
const serial = (date: string) => (Date.parse(date) - Date.UTC(1899, 11, 30)) / 86_400_000;
const labels = {
  assignee: '担当者',
  dueDate: '期限日',
  estimatedHours: '予定時間',
  milestone: 'マイルストーン',
};

describe.each(databaseKinds)('the files of a record on %s', (kind) => {
  let w: World;
  let ctx: TestContext;
  let runId: string;
  beforeAll(async () => {
    ({ w, ctx } = await evidenceWorld(kind));
    runId = await runOfEveryFate(w, ctx);
  });
  afterAll(() => w.close());

  /** What the ledger says of each field that was written: key, name of the field, value before and after. */
  async function ledgerLines() {
    return (await w.items(runId))
      .filter((row) => row.state === 'applied')
      .flatMap((row) =>
        Object.entries(labels).map(([field, label]) => ({
          key: row.issueKey,
          label,
          before: plainly(Object(row.beforeImage)[field], field),
          after: plainly(Object(row.afterImage)[field], field),
          endedAt: clockTime(row.endedAt?.toISOString() ?? '', 'Asia/Tokyo'),
        })),
      );
  }

  it('CSV: UTF-8 with BOM, CRLF, the same number of fields in every line', async () => {
    const { text, summary, head, rows } = await csvOf(ctx, runId);
    expect(text.startsWith('\uFEFF')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/\r/);
    expect(new Set([...summary, head, ...rows].map((line) => line.length))).toEqual(
      new Set([fileColumns.length]),
    );
    expect(head.slice(0, 7)).toEqual([
      '番号',
      '課題キー',
      '件名',
      'プロジェクト',
      '項目',
      '変更前',
      '変更後（承認した値）',
    ]);
  });

  it('CSV: every value before and after is the ledger’s', async () => {
    const { rows } = await csvOf(ctx, runId);
    const written = rows
      .map(cellsOf)
      .filter((row) => row.result === '更新済み')
      .map(({ issueKey, field, before, after, endedAt }) => ({
        key: issueKey,
        label: field,
        before,
        after,
        endedAt,
      }));
    const expected = await ledgerLines();
    expect(expected).toHaveLength(8);
    const order = (a: { key: unknown; label: unknown }, b: typeof a) =>
      `${a.key} ${a.label}`.localeCompare(`${b.key} ${b.label}`);
    expect(written.toSorted(order)).toEqual(expected.toSorted(order));
  });

  it('CSV: no text begins like a formula, and the apostrophe comes off again', async () => {
    const { rows } = await csvOf(ctx, runId);
    const subjects = rows.filter((row) => row[columnOf('issueKey')] === `DEMO-${FIRST}`);
    expect(subjects.length).toBeGreaterThan(0);
    for (const row of subjects) expect(row[columnOf('summary')]).toBe(`'${formula}`);
    expect(rows.flat().filter((field) => /^[=+@\t\r＝＋－＠]/.test(field))).toEqual([]);
  });

  it('rows that were not carried out are stated as such, each with its reason', async () => {
    const { rows } = await csvOf(ctx, runId);
    const byKey = new Map(rows.map(cellsOf).map((row) => [row.issueKey, row]));
    const stated = fates.map((fate, index) => {
      const row = byKey.get(`DEMO-${FIRST + index}`);
      return [fate, row?.result, row?.reason];
    });
    expect(stated).toEqual([
      ['updated', '更新済み', ''],
      ['refused', '失敗', 'Backlogの理由：必須のカスタム属性がありません。（コード 400 / 7）'],
      ['conflict', '競合', expect.stringContaining('担当者が管理 太郎になっています。上書きしていません。')],
      ['there already', '変更なし', '順番が来たときには、すでにこの値でした。送信していません。'],
      ['left out', '対象外', '承認の前に、対象から外しました。送信していません。'],
      [
        'held back by a warning',
        '対象外',
        expect.stringMatching(/^警告があり、対象に含めませんでした。送信していません。期限日 .*開始日/),
      ],
      [
        'included despite a warning',
        '更新済み',
        expect.stringMatching(/^次の警告を確かめて、対象に含めました。期限日 /),
      ],
      ['no change in the plan', '変更なし', 'プランを作った時点で、すでにこの値でした。送信していません。'],
    ]);
  });

  it('the summary says what was selected, decided and approved, by whom, when, and what came of it', async () => {
    const { summary } = await csvOf(ctx, runId);
    const facts = new Map<string, string[]>();
    for (const [section = '', label = '', line = ''] of summary) {
      const name = `${section}/${label}`;
      facts.set(name, [...(facts.get(name) ?? []), line]);
    }
    const run = await w.run(runId);
    const approved = clockTime(run.approvedAt.toISOString(), 'Asia/Tokyo').split(' ');
    expect(facts.get('対象/状態')).toEqual(['未対応、ほか対象の課題にない値1つ']);
    expect(facts.get('対象/プロジェクト')).toEqual(['DEMO']);
    expect(facts.get('変更内容/変更')).toEqual([
      '担当者をEmmaに変更',
      '期限日を2026/12/01(火)に変更',
      '予定時間を7.5時間に変更',
      'マイルストーンをSprint 1からSprint 2へ入れ替え',
    ]);
    expect(facts.get('プラン/版')).toEqual(['2']);
    expect(facts.get('プラン/ダイジェスト（承認した内容）')?.[0]).toMatch(/^[0-9a-f]{64}$/);
    expect(facts.get('承認と実行/承認者')).toEqual(['人1']);
    expect(facts.get('承認と実行/承認日時')?.[0]).toContain(approved[1]);
    expect(facts.get('承認と実行/速さ')).toEqual(['上限内']);
    expect(facts.get('承認と実行/結果')).toEqual([
      '更新済み 2件',
      '変更なし 1件',
      '競合 1件',
      '失敗 1件',
      '実行の対象外：変更なし 1件',
      '実行の対象外：外した 4件',
    ]);
  });

  it('XLSX: the same rows as the CSV, with days, times and numbers that a spreadsheet can reckon with', async () => {
    const { rows } = await csvOf(ctx, runId);
    const { sheets, parts } = readWorkbook(await evidenceXlsx(await open(ctx, runId)));
    expect([...sheets.keys()]).toEqual(['概要', '明細']);
    const [head = [], ...cells] = sheets.get('明細') ?? [];
    expect(head).toEqual(fileColumns.map(({ name }) => messagesOf('ja').evidence.column[name]));
    expect(cells).toHaveLength(rows.length);
    for (const [index, row] of rows.entries()) {
      for (const [column, { name }] of fileColumns.entries()) {
        const text = (row[column] ?? '').replace(/^'(?=[=+\-@])/, '');
        const cell = cells[index]?.[column] ?? '';
        if (/^\d{4}-\d\d-\d\d$/.test(text)) expect(cell).toBe(serial(`${text}T00:00:00Z`));
        else if (name === 'sentAt' || name === 'endedAt')
          expect(cell === '' ? '' : Math.round(Number(cell) * 86_400)).toBe(
            text === '' ? '' : Math.round(serial(`${text.replace(' ', 'T')}Z`) * 86_400),
          );
        else expect(String(cell)).toBe(text);
      }
    }
    const sheet = parts.get('xl/worksheets/sheet2.xml') ?? '';
    expect(sheet).toContain('state="frozen"');
    expect(sheet).toContain(`<autoFilter ref="A1:O${rows.length + 1}"/>`);
  });

  it('XLSX: the summary is the CSV’s', async () => {
    const { summary } = await csvOf(ctx, runId);
    const { sheets } = readWorkbook(await evidenceXlsx(await open(ctx, runId)));
    const lines = (sheets.get('概要') ?? []).slice(1).map((row) => row[2]);
    // Times of the record itself differ, and the note about apostrophes is the CSV’s own.
    const told = summary.slice(0, -1).map((line) => line[2]);
    const own = (line: unknown) => !String(line).includes('Asia/Tokyo');
    expect(lines.filter(own)).toEqual(told.filter(own));
  });

  it('are in the language of the person', async () => {
    const { head, rows, summary } = await csvOf(ctx, runId, 'en');
    expect(head.slice(4, 8)).toEqual(['Field', 'Before', 'After (as approved)', 'Result']);
    const [first] = rows.map(cellsOf).filter((row) => row.issueKey === `DEMO-${FIRST}`);
    expect(first).toMatchObject({ field: 'Assignee', result: 'Updated', undo: 'Possible' });
    expect(summary.map((line) => line[2])).toContain('Set assignee to Emma');
    const { sheets } = readWorkbook(await evidenceXlsx(await open(ctx, runId, 'en')));
    expect([...sheets.keys()]).toEqual(['Summary', 'Rows']);
  });

  it('have the comment, whom it told, the side steps and the text of a page', async () => {
    const other = await createWorld(kind, { issues: 1 });
    try {
      const plan = await other.plan([...toEnglish, ...said]);
      const { run } = await carryOutPlan(other, plan);
      const { rows } = await csvOf(contextOf(other), run.id);
      const lines = rows.map(cellsOf).map(({ field, planned, after, undo }) => [field, planned, after, undo]);
      expect(lines.slice(1)).toEqual([
        ['コメント', comment, comment, 'できない'],
        ['お知らせ', '報告 次郎', '', 'できない'],
      ]);

      const closed = await carryOutPlan(other, await readyPlan(other, wholeClosure(other).toSpliced(1, 1)));
      const steps = (await csvOf(contextOf(other), closed.run.id)).rows.map(cellsOf);
      expect(steps.map(({ project, field, planned }) => [project, field, planned])).toEqual([
        ['ID 10', '手順', 'マイルストーン「Sprint 3」を作成（2026/12/18(金)まで）'],
        ['ID 10', '手順', 'Wikiページ「Sprint 1 の記録」を作成'],
        ['ID 10', 'Wikiページの本文', '# 締めの記録\n\n- 完了 2件\n'],
        ['ID 10', '手順', expect.stringMatching(/^マイルストーン「Sprint 1」をアーカイブ/)],
      ]);
      expect(steps[0]?.before).toBe('なし');
      expect(steps[3]?.after).toMatch(/^Sprint 1（ID 400、.*アーカイブ済み）$/);
    } finally {
      await other.close();
    }
  });

  it('leave others their turn between two pages, also where the database answers within this process', async () => {
    const other = await createWorld(kind, { issues: 0 });
    try {
      const rows = Array.from({ length: 700 }, (_, index) => move(FIRST + index));
      const run = await other.approve(await readyPlan(other, rows));
      const { pages, total } = await open(contextOf(other), run.id);
      expect(total).toBe(700);
      let turns = 0;
      let lines = 0;
      for await (const page of pages) {
        lines += page.length;
        setImmediate(() => {
          turns += 1;
        });
      }
      expect(lines).toBe(700);
      // One that was asked for within a page has been taken before the next; the last one may still wait.
      expect(turns).toBeGreaterThanOrEqual(2);
    } finally {
      await other.close();
    }
  });
});
