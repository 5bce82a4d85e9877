import { z } from 'zod';
import { id, isoDate, labelled, storableText } from '../change-parts';

const ids = z.array(id).max(200);
const projectKeyed = z.record(z.string().regex(/^\d+$/), labelled);

/** Which of the leaver's open issues go; empty lists mean any. */
const scope = z.strictObject({
  projectIds: ids.min(1),
  statusIds: ids,
  issueTypeIds: ids,
  milestoneIds: ids,
  dueDateSince: isoDate.nullable(),
  dueDateUntil: isoDate.nullable(),
  leftOut: z.array(id).max(10_000).describe('Issues that stay with the leaver'),
});

/** How the issues are shared out. */
export const splitSchema = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('one'), to: labelled }),
  z.strictObject({
    by: z.literal('project'),
    byProject: projectKeyed.describe('Project id → successor; issues of other projects stay'),
  }),
  z.strictObject({
    by: z.literal('category'),
    rules: z
      .array(z.strictObject({ label: z.string().min(1).max(255), categoryIds: ids.min(1), to: labelled }))
      .max(100)
      .describe('In order: the first rule that has a category of the issue decides'),
    else: labelled.describe('For issues without any of these categories'),
  }),
  z.strictObject({
    by: z.literal('issue'),
    byIssue: projectKeyed.describe('Issue id → successor'),
    else: labelled.nullable().describe('For issues that are not named; null leaves them with the leaver'),
  }),
  z.strictObject({
    by: z.literal('level'),
    to: z.array(labelled).min(2).max(20),
    measure: z.enum(['issues', 'hours']).describe('Open issues, or estimated hours of open issues'),
  }),
]);
export type Split = z.infer<typeof splitSchema>;

export const handoverSchema = z.strictObject({
  kind: z.literal('handover'),
  from: labelled.describe('Who hands over'),
  scope,
  split: splitSchema,
  due: z
    .strictObject({
      workingDays: z.number().int().min(1).max(60),
      which: z.enum(['overdue', 'all']),
    })
    .nullable()
    .describe(
      'Later due dates: so many working days after the due date, or after today where that has passed',
    ),
  reopen: z.boolean().describe('処理中 goes back to 未対応'),
  comment: storableText(10_000)
    .nullable()
    .describe('One comment per issue; {{from}}, {{to}}, {{due}}, {{key}} stand for its values'),
  notify: z.strictObject({
    creator: z.boolean().describe('Tell who created the issue'),
    people: z.array(labelled).max(20),
  }),
  lang: z.enum(['ja', 'en']).describe('How dates are written in the comment'),
});
export type Handover = z.infer<typeof handoverSchema>;
