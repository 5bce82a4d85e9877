/** What people write under an issue; `{name}` is someone else of the project. */
export const progressComments: readonly string[] = [
  '着手します。',
  '{name}さん、ご確認をお願いします。',
  '確認しました。問題ありません。',
  '検証環境に反映しました。動作確認をお願いします。',
  '原因が分かりました。設定値の読み込み順によるものです。今日中に修正します。',
  '手元では再現しませんでした。発生した時刻と端末を教えてください。',
  '仕様を確認中です。回答が来しだい続けます。',
  'プルリクエストを出しました。レビューをお願いします。',
  '指摘事項に対応しました。再度ご確認ください。',
  '先に {name}さんの作業が必要なため、いったん止めています。',
  '見積もりを見直しました。あと2日ほどかかります。',
  'お客様から了承をいただきました。',
  '影響範囲を調べました。\n\n- 会員ページ\n- 注文履歴\n- 管理画面\n\nいずれも表示のみで、データは正しい状態です。',
  '金曜の定例で相談します。',
  '本番反映は来週火曜の予定です。',
  '別件を優先しているため、期限日の見直しを相談させてください。',
  'テストケースを追加しました。すべて通っています。',
  'スクリーンショットを添付しました。',
  '@{name} 先日の件と同じ原因かもしれません。',
  'ありがとうございます！助かりました 🙏',
  '念のため、ログも確認しておきます。',
  '複数の方法を検討しましたが、案2で進めます。理由は変更箇所が少ないためです。',
];

/** Comments of the English-speaking member. */
export const englishComments: readonly string[] = [
  'Looks good to me. Thanks!',
  'I can reproduce this on Safari 26 as well.',
  'The English wording is ready for review.',
  'Could you add the screen name to the description?',
  'Let me check with the vendor and get back to you.',
];

/** Comments that come with closing an issue. */
export const closingComments: readonly string[] = [
  '本番で確認できたため、完了にします。',
  '対応が終わりました。ありがとうございました。',
  'リリース済みです。',
  '受け入れ確認が済みました。',
  '手順書も更新しました。完了とします。',
];

/** Comments that come with moving an issue to the next sprint. */
export const carryOverComments: readonly string[] = [
  '次のスプリントに持ち越します。',
  '今回は間に合わないため、次へ送ります。',
  'API側の完了待ちのため持ち越します。',
];
