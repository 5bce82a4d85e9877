/** Wiki pages that every project has; `{project}` is its name. */
export const wikiPages: readonly {
  readonly name: string;
  readonly content: string;
  readonly tag: string | null;
}[] = [
  {
    name: 'Home',
    content: '# {project}\n\nこのプロジェクトの入口です。体制、進め方、用語はここからたどれます。',
    tag: null,
  },
  {
    name: '進め方',
    content:
      '## 進め方\n\n- 朝会は 9:30\n- 状態は担当者が動かす\n- 期限日を過ぎそうなときは前日までに相談する',
    tag: '運用',
  },
  {
    name: '用語集',
    content:
      '## 用語集\n\n| 用語 | 意味 |\n| --- | --- |\n| 完了 | 本番で確認できたこと |\n| 処理済み | 作業が終わり確認を待つこと |',
    tag: null,
  },
  {
    name: 'リリース手順',
    content: '## リリース手順\n\n1. 判定会議\n2. 検証環境で確認\n3. 本番へ反映\n4. 監視を30分続ける',
    tag: '手順',
  },
  {
    name: '議事録/定例 第12回',
    content: '## 定例 第12回\n\n- 進捗: 予定どおり\n- 課題: 確認待ちが多い\n- 次回: 来週火曜',
    tag: '議事録',
  },
];

/** Subjects of the pull requests of a repository. */
export const repositoryTexts: readonly string[] = [
  '入力チェックを共通部品に移す',
  '一覧の読み込みを分割する',
  'エラー文言を翻訳ファイルに出す',
  '試作: 新しい検索画面',
  '通知の文言を変更する',
  '依存ライブラリを更新する',
];
