import type { FieldPlan } from './project-plan';

/** WEB has a field of every kind; 起票元 is required, 再現手順URL belongs to バグ alone. */
export const webFields: readonly FieldPlan[] = [
  {
    typeId: 1,
    name: '再現手順URL',
    types: ['バグ'],
    texts: [
      'https://stg.hoshikawa.example/members/1024',
      'https://stg.hoshikawa.example/cart?coupon=SPRING',
      '/orders/export.csv',
    ],
    filled: 0.4,
  },
  {
    typeId: 2,
    name: 'リリースノート',
    description: '公開時にお客様へ伝える文',
    texts: [
      '表示の不具合を修正しました。',
      '入力しやすくしました。\n・住所の自動入力\n・エラーの位置',
      '性能を改善しました。',
    ],
    filled: 0.25,
  },
  { typeId: 3, name: '見積もりポイント', min: 0, max: 100, unit: 'pt', initialValue: 1, filled: 0.6 },
  { typeId: 4, name: '検証日', min: '2020-01-01', filled: 0.35 },
  { typeId: 5, name: '顧客影響', items: ['大', '中', '小', 'なし'], allowAddItem: true, filled: 0.7 },
  {
    typeId: 6,
    name: '対応ブラウザー',
    items: ['Chrome', 'Safari', 'Edge', 'Firefox', 'アプリ内ブラウザー'],
    filled: 0.45,
  },
  {
    typeId: 7,
    name: '確認環境',
    items: ['開発', '検証', '本番'],
    allowInput: true,
    texts: ['お客様の端末', '社内Wi-Fiのみ'],
    filled: 0.5,
  },
  {
    typeId: 8,
    name: '起票元',
    required: true,
    items: ['社内', 'お客様', '監視', '監査'],
    allowInput: true,
    texts: ['協力会社', '店舗'],
    filled: 0.97,
  },
];

export const appFields: readonly FieldPlan[] = [
  { typeId: 6, name: '対象OS', items: ['iOS', 'Android', 'iPadOS'], filled: 0.8 },
  { typeId: 1, name: '発生端末', texts: ['iPhone 17', 'Pixel 10', 'Galaxy S25', 'iPad Air'], filled: 0.3 },
  { typeId: 4, name: '審査提出日', filled: 0.15 },
  { typeId: 3, name: 'クラッシュ率', min: 0, max: 100, unit: '%', filled: 0.1 },
];

export const opsFields: readonly FieldPlan[] = [
  { typeId: 5, name: '作業時間帯', items: ['平日日中', '平日夜間', '休日', '無停止'], filled: 0.75 },
  { typeId: 3, name: '対象台数', min: 0, unit: '台', filled: 0.5 },
  {
    typeId: 2,
    name: '切り戻し手順',
    texts: ['直前のスナップショットから戻す', '設定ファイルを1つ前の版に戻して再起動する'],
    filled: 0.3,
  },
  {
    typeId: 7,
    name: '影響範囲',
    items: ['会員サイト', 'アプリ', '社内'],
    allowInput: true,
    texts: ['外部連携先'],
    filled: 0.5,
  },
];

export const csFields: readonly FieldPlan[] = [
  {
    typeId: 1,
    name: '問い合わせ番号',
    types: ['問い合わせ'],
    texts: ['Q-20418', 'Q-20977', 'Q-21003', 'Q-21440'],
    filled: 0.9,
  },
  {
    typeId: 8,
    name: '受付経路',
    items: ['電話', 'メール', 'チャット', '店舗'],
    allowInput: true,
    texts: ['手紙'],
    filled: 0.8,
  },
  { typeId: 4, name: '回答期限', filled: 0.4 },
  { typeId: 3, name: '満足度', min: 1, max: 5, filled: 0.2 },
];
