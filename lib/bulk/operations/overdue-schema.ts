import { z } from 'zod';
import { defaultStatuses } from '@/lib/backlog/schemas/default-statuses';
import { id, isoDate, labelled, storableText } from '../change-parts';
import { commentLanguages } from './comment-template';

/** Six reads per project: more at once would eat a noticeable part of the person's quota. */
const mostProjects = 30;
const ids = z.array(id).max(200);

/** Project id → value in that project. */
const byProject = z
  .record(z.string().regex(/^\d+$/), labelled)
  .refine((values) => Object.keys(values).length > 0, { message: 'no project' });

const fields = z.strictObject({
  scope: z.strictObject({
    projectIds: z.array(id).min(1).max(mostProjects),
    assigneeIds: z
      .array(id.nullable())
      .max(200)
      .describe('Null stands for issues without an assignee; empty means any'),
    issueTypeIds: ids.describe('Empty means any'),
    statusIds: ids.describe('Empty means any but 完了, whose issues are never meant'),
    daysLate: z.number().int().min(1).max(3650).describe('At least so many days past the due date'),
    leftOut: z.array(id).max(10_000).describe('Issues that are left as they are'),
  }),
  mark: z.strictObject({
    status: byProject
      .refine((values) => Object.values(values).every((one) => one.id !== defaultStatuses.closed), {
        message: 'a mark does not close',
      })
      .nullable()
      .describe('A status of each project; issues of other projects keep their statuses'),
    category: byProject.nullable().describe('Added to the categories of the issue; others are kept'),
    priority: labelled.nullable(),
    comment: storableText(10_000)
      .nullable()
      .describe(
        'One per issue; {{due}}, {{days}}, {{newDue}}, {{assignee}} and {{key}} stand for its values',
      ),
  }),
  due: z
    .discriminatedUnion('to', [
      z.strictObject({ to: z.literal('day'), day: isoDate }),
      z.strictObject({
        to: z.literal('workingDays'),
        days: z.number().int().min(1).max(60).describe('Working days after today'),
      }),
    ])
    .nullable()
    .describe('Moves the due date'),
  lang: z.enum(commentLanguages).describe('How days are written in the comment'),
});

type Decisions = z.infer<typeof fields>;

const doesSomething = ({ mark, due }: Decisions) =>
  due !== null || Object.values(mark).some((value) => value !== null);
const marksItsProjects = ({ scope, mark }: Decisions) =>
  [mark.status, mark.category].every((values) =>
    Object.keys(values ?? {}).every((projectId) => scope.projectIds.includes(Number(projectId))),
  );

/** What a person decides about overdue issues. */
export const overdueDecisionsSchema = fields
  .refine(doesSomething, { message: 'nothing to do' })
  .refine(marksItsProjects, { message: 'a mark for a project that is not in scope' });

export const overdueSchema = fields
  .extend({ kind: z.literal('overdue') })
  .refine(doesSomething, { message: 'nothing to do' })
  .refine(marksItsProjects, { message: 'a mark for a project that is not in scope' });
export type Overdue = z.infer<typeof overdueSchema>;
