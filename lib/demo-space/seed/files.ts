import type { IssueDraft } from './draft';
import type { Prng } from './prng';

const files: readonly { readonly name: string; readonly contentType: string }[] = [
  { name: '画面キャプチャ.png', contentType: 'image/png' },
  { name: 'エラーログ.txt', contentType: 'text/plain' },
  {
    name: '見積もり,改訂版 (2).xlsx',
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  { name: '画面遷移図.pdf', contentType: 'application/pdf' },
  { name: 'ﾃｽﾄ結果.csv', contentType: 'text/csv' },
];

/** Attaches files to about one issue in fifteen. */
export function addFiles(prng: Prng, drafts: readonly IssueDraft[]): void {
  for (const draft of drafts) {
    if (!prng.chance(0.065)) continue;
    draft.attachments = prng
      .sample(files, prng.int(1, 2))
      .map((file) => ({ ...file, size: prng.int(800, 900_000) }));
  }
}
