import type { Localised, RoleType } from './rows';

/** What the role types of a space are called. */
export const ROLE_NAMES: Readonly<Record<RoleType, Localised>> = {
  1: { ja: '管理者', en: 'Administrator' },
  2: { ja: '一般ユーザー', en: 'Normal User' },
  3: { ja: 'レポーター', en: 'Reporter' },
  4: { ja: '閲覧者', en: 'Viewer' },
  5: { ja: 'ゲストレポーター', en: 'Guest Reporter' },
  6: { ja: 'ゲスト閲覧者', en: 'Guest Viewer' },
};
