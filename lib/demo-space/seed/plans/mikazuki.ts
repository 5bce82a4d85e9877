import { blogContent } from '../content/blog';
import { shopContent } from '../content/shop';
import { addDays, monthOf } from '../dates';
import { defaultTypeOf, defaultTypes, type ProjectPlan } from './project-plan';

const shop: ProjectPlan = {
  key: 'SHOP',
  name: '店舗システム',
  content: shopContent,
  markdown: true,
  useResolvedForChart: false,
  members: ['takahashi', 'suzuki', 'matsumoto', 'hayashi', 'sato'],
  administrators: ['matsumoto'],
  types: defaultTypes,
  typeOf: defaultTypeOf,
  statuses: [{ name: '店舗確認中', color: '#3b9dbd', displayOrder: 2500 }],
  extraCategories: ['本部'],
  milestones: (today) => [
    { name: '第1期', start: addDays(today, -200), end: addDays(today, -80), archived: true },
    { name: '第2期', start: addDays(today, -79), end: addDays(today, 40), archived: false },
    { name: '第3期', start: addDays(today, 41), end: addDays(today, 160), archived: false },
  ],
  fields: [
    { typeId: 5, name: '対象店舗', items: ['本店', '駅前店', '空港店'], filled: 0.8 },
    { typeId: 3, name: '台数', min: 0, unit: '台', filled: 0.3 },
  ],
  repository: 'pos',
};

const blog: ProjectPlan = {
  key: 'BLOG',
  name: 'オウンドメディア',
  content: blogContent,
  markdown: true,
  useResolvedForChart: true,
  members: ['takahashi', 'watanabe', 'hayashi', 'suzuki'],
  administrators: ['hayashi'],
  types: defaultTypes,
  typeOf: defaultTypeOf,
  statuses: [{ name: '校正待ち', color: '#e87758', displayOrder: 2500 }],
  extraCategories: [],
  milestones: (today) =>
    [-2, -1, 0, 1].map((months) => {
      const { month, first, last } = monthOf(today, months);
      return { name: `${month}月号`, start: first, end: last, archived: months < -1 };
    }),
  fields: [{ typeId: 4, name: '公開日', filled: 0.6 }],
  repository: null,
};

/** The two projects of mikazuki. */
export const mikazukiProjects: readonly ProjectPlan[] = [shop, blog];
