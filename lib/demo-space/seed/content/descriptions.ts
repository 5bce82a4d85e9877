import type { Prng } from '../prng';

/** The four kinds of subject that a project is composed of. */
export type IssueKind = 'defect' | 'task' | 'request' | 'other';

/** What a composed subject is about. */
export interface Topic {
  readonly kind: IssueKind;
  readonly feature: string;
  readonly part: string;
}

const environments = [
  'Windows 11 / Chrome',
  'macOS / Safari',
  'iPhone 17 / iOS 26',
  'Pixel 10 / Android 15',
  '検証環境',
  '本番環境',
];
const reporters = ['お客様からの連絡', '社内の動作確認', '監視の通知', '定例での指摘', 'アクセス解析'];
const reasons = [
  '問い合わせが月に10件ほど来ているため',
  '次のリリースまでに必要なため',
  '手作業に毎週1時間かかっているため',
  '監査で指摘を受けたため',
  '担当者しか手順を知らないため',
];
const checks = [
  '既存のテストがすべて通る',
  '検証環境で30分以上動かして問題がない',
  '手順書を更新した',
  '{name}を使う画面で表示が変わらない',
  '関係者に周知した',
  '元に戻す手順を確認した',
];

function heading(text: string, markdown: boolean): string {
  return markdown ? `## ${text}` : `* ${text}`;
}

function bullets(items: readonly string[], markdown: boolean): string {
  return items.map((item) => `${markdown ? '- ' : '-'}${item}`).join('\n');
}

/** Writes the text of one issue in the project's own notation. About one in twelve stays empty. */
export function describeTopic(prng: Prng, topic: Topic, markdown: boolean): string {
  if (prng.chance(0.08)) return '';
  const name = `${topic.feature}の${topic.part}`;
  const section = (title: string, body: string): string => `${heading(title, markdown)}\n\n${body}`;
  if (topic.kind === 'other')
    return prng.chance(0.5)
      ? '詳細は定例で決めます。'
      : `${prng.pick(reasons)}、早めに決めておきたい件です。`;
  if (topic.kind === 'request') {
    return [
      section('要望', `${name}について、${prng.pick(reasons)}対応を希望します。`),
      section(
        'いまの運用',
        prng.pick([
          '毎回手で直しています。',
          '使う人が個別に覚えています。',
          '一覧を表計算ソフトに写しています。',
        ]),
      ),
    ].join('\n\n');
  }
  if (topic.kind === 'defect') {
    const steps = [
      `${topic.feature}を開く`,
      `${topic.part}を操作する`,
      prng.pick(['しばらく待つ', '別の画面に移って戻る', '保存する']),
    ];
    return [
      section('発生状況', `${prng.pick(reporters)}で分かりました。環境: ${prng.pick(environments)}`),
      section(
        '再現手順',
        steps.map((step, index) => (markdown ? `${index + 1}. ${step}` : `+${step}`)).join('\n'),
      ),
      section('期待する動作', `${name}が仕様どおりに動くこと。`),
    ].join('\n\n');
  }
  const done = prng.sample(checks, prng.int(1, 3)).map((check) => check.replace('{name}', name));
  const parts = [section('背景', `${prng.pick(reasons)}。`), section('完了の条件', bullets(done, markdown))];
  if (prng.chance(0.3))
    parts.splice(
      1,
      0,
      section('やること', bullets([`${name}の現状を調べる`, '変更案を作る', 'レビューを受ける'], markdown)),
    );
  return parts.join('\n\n');
}
