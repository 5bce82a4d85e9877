import type { Lang, RoleType } from '../../rows';

/** Someone who uses a demo space. */
export interface Person {
  readonly userId: string;
  readonly name: string;
  readonly reading: string;
  readonly roleType: RoleType;
  readonly lang: Lang;
  readonly apiKey: string;
}

function person(
  userId: string,
  name: string,
  reading: string,
  roleType: RoleType,
  rest: Partial<Person> = {},
): Person {
  return { userId, name, reading, roleType, lang: 'ja', apiKey: `demo-${userId}-key`, ...rest };
}

const takahashi = person('takahashi', '高橋 彩', 'TAKAHASHI AYA', 1, { apiKey: 'demo-admin-key' });
const sato = person('sato', '佐藤 美咲', 'SATO MISAKI', 2, { apiKey: 'demo-member-key' });
const suzuki = person('suzuki', '鈴木 健太', 'SUZUKI KENTA', 2);
const watanabe = person('watanabe', '渡辺 さくら', 'WATANABE SAKURA', 2);

/** The twelve people of hoshikawa: 高橋 administers, 佐藤 is leaving, 森田 is the guest. */
export const hoshikawaPeople: readonly Person[] = [
  takahashi,
  sato,
  suzuki,
  person('tanaka', '田中 直樹', 'TANAKA NAOKI', 2),
  person('nguyen', 'グエン ミン', 'NGUYEN MINH', 2),
  person('ito', '伊藤 大輔', 'ITO DAISUKE', 2),
  watanabe,
  person('yamamoto', '山本 翔', 'YAMAMOTO SHO', 2),
  person('carter', 'Emma Carter', 'エマ カーター', 2, { lang: 'en' }),
  person('nakamura', '中村 由美', 'NAKAMURA YUMI', 3),
  person('kobayashi', '小林 誠', 'KOBAYASHI MAKOTO', 4),
  person('morita', '森田 光', 'MORITA HIKARU', 5, { apiKey: 'demo-guest-key' }),
];

/** The people of mikazuki: some of hoshikawa's, with the same keys, and two of its own. */
export const mikazukiPeople: readonly Person[] = [
  takahashi,
  { ...suzuki, roleType: 1 },
  watanabe,
  { ...sato, roleType: 4 },
  person('matsumoto', '松本 涼', 'MATSUMOTO RYO', 2),
  person('hayashi', '林 美穂', 'HAYASHI MIHO', 2),
];
