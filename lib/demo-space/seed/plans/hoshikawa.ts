import { appContent } from '../content/app';
import { csContent } from '../content/cs';
import { opsContent } from '../content/ops';
import { webContent } from '../content/web';
import { addDays, monthOf } from '../dates';
import { appFields, csFields, opsFields, webFields } from './fields';
import { defaultTypeOf, defaultTypes, type MilestonePlan, type ProjectPlan } from './project-plan';
import { webMilestones } from './sprints';

function versions(today: string): readonly MilestonePlan[] {
  return [
    { name: 'v3.0.0', start: addDays(today, -280), end: addDays(today, -170), archived: true },
    { name: 'v3.1.0', start: addDays(today, -190), end: addDays(today, -55), archived: true },
    { name: 'v3.2.0', start: addDays(today, -80), end: addDays(today, 9), archived: false },
    { name: 'v3.3.0', start: addDays(today, -20), end: addDays(today, 65), archived: false },
    { name: '未定', start: null, end: null, archived: false },
  ];
}

function monthlyWork(today: string): readonly MilestonePlan[] {
  return [-4, -3, -2, -1, 0, 1].map((months) => {
    const { month, first, last } = monthOf(today, months);
    return { name: `${month}月定期作業`, start: first, end: last, archived: months < -1 };
  });
}

function quarters(today: string): readonly MilestonePlan[] {
  return [-6, -3, 0, 3].map((months) => {
    const from = monthOf(today, months - ((Number(today.slice(5, 7)) - 1) % 3));
    const to = monthOf(from.first, 2);
    return {
      name: `${from.year}年${from.month}〜${to.month}月`,
      start: from.first,
      end: to.last,
      archived: months < -3,
    };
  });
}

const web: ProjectPlan = {
  key: 'WEB',
  name: '会員サイト刷新',
  content: webContent,
  markdown: true,
  useResolvedForChart: false,
  members: [
    'takahashi',
    'sato',
    'suzuki',
    'tanaka',
    'nguyen',
    'watanabe',
    'carter',
    'nakamura',
    'kobayashi',
    'morita',
  ],
  administrators: ['suzuki'],
  types: defaultTypes,
  typeOf: defaultTypeOf,
  statuses: [
    { name: 'レビュー待ち', color: '#eda62a', displayOrder: 2300 },
    { name: '顧客確認中', color: '#868cb7', displayOrder: 2600 },
  ],
  extraCategories: ['画像, 動画', 'ｷｬﾝﾍﾟｰﾝ', '🎁ギフト', '性能'],
  milestones: webMilestones,
  fields: webFields,
  repository: 'member-site',
};

const app: ProjectPlan = {
  key: 'APP',
  name: 'モバイルアプリ',
  content: appContent,
  markdown: true,
  useResolvedForChart: false,
  members: ['takahashi', 'sato', 'suzuki', 'nguyen', 'ito', 'watanabe', 'carter', 'kobayashi'],
  administrators: ['ito'],
  types: defaultTypes,
  typeOf: defaultTypeOf,
  statuses: [{ name: 'レビュー待ち', color: '#eda62a', displayOrder: 2500 }],
  extraCategories: ['iOS', 'Android', '性能'],
  milestones: versions,
  fields: appFields,
  repository: 'mobile-app',
};

const ops: ProjectPlan = {
  key: 'OPS',
  name: 'インフラ運用',
  content: opsContent,
  markdown: false,
  useResolvedForChart: true,
  members: ['takahashi', 'sato', 'suzuki', 'tanaka', 'ito', 'yamamoto'],
  administrators: ['tanaka'],
  types: [...defaultTypes, { name: '障害', color: '#e30000' }],
  typeOf: { ...defaultTypeOf, defect: '障害' },
  statuses: [{ name: '保留', color: '#393939', displayOrder: 2500 }],
  extraCategories: ['当番'],
  milestones: monthlyWork,
  fields: opsFields,
  repository: 'infrastructure',
};

const cs: ProjectPlan = {
  key: 'CS',
  name: 'カスタマーサポート',
  content: csContent,
  markdown: true,
  useResolvedForChart: true,
  members: ['takahashi', 'watanabe', 'tanaka', 'yamamoto', 'carter', 'nakamura', 'morita'],
  administrators: ['watanabe'],
  types: [...defaultTypes, { name: '問い合わせ', color: '#934981' }],
  typeOf: { ...defaultTypeOf, defect: '問い合わせ' },
  statuses: [{ name: '回答待ち', color: '#e07b9a', displayOrder: 2500 }],
  extraCategories: ['至急'],
  milestones: quarters,
  fields: csFields,
  repository: null,
};

/** The four projects of hoshikawa. 伊藤 and 山本 are not members of WEB; 田中 is not a member of APP. */
export const hoshikawaProjects: readonly ProjectPlan[] = [web, app, ops, cs];
