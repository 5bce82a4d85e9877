import { z } from 'zod';
import {
  closureBasicsSchema,
  closureFiguresSchema,
  closureSnapshotSchema,
} from '@/lib/bulk/operations/closure-figures-schema';
import { destinations } from '@/lib/bulk/operations/closure-schema';
import { itemStates, reasonCodes } from '@/lib/runs';

/** Every figure twice: with 完了 alone as done, and with 処理済み and later as done too. */
export const bothFiguresSchema = z.object({
  closedOnly: closureFiguresSchema,
  resolvedToo: closureFiguresSchema,
});

const day = z.string().nullable().describe('yyyy-MM-dd');

/** What may come after the milestone, from its cadence: shape of `NextMilestone` in lib/bulk. */
const suggestionSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('existing'),
    milestone: z.object({ id: z.number(), label: z.string() }),
  }),
  z.object({ kind: z.literal('new'), name: z.string(), startDate: day, dueDate: day }),
]);

const movedIssueSchema = z.object({
  id: z.number(),
  issueKey: z.string(),
  summary: z.string(),
  to: z.enum(['next', 'none']).describe('Into the next milestone of then, or into none'),
  hours: z.number().nullable().describe('Estimated, when it was moved'),
  assignee: z.object({ id: z.number(), label: z.string() }).nullable().describe('When it was moved'),
});
export type MovedIssue = z.infer<typeof movedIssueSchema>;

const movedOutSchema = z.object({
  issues: z
    .array(movedIssueSchema)
    .describe('By closings of this person; those that hold it again are left out'),
  unseen: z.number().describe('How many of them Backlog does not show any more'),
  byOthers: z
    .boolean()
    .describe('Somebody else has closed it, too: what that took out is no part of any figure'),
});
export type MovedOut = z.infer<typeof movedOutSchema>;

export const closureFiguresAnswerSchema = z.object({
  state: z
    .enum(['reading', 'ready', 'tooMany'])
    .describe('reading: call again, it goes on; tooMany: more than 300 reads would be needed'),
  read: z.number().describe('Issues whose change log is known'),
  total: z.number().describe('Issues of the milestone, and those taken out whose change log is read along'),
  basics: closureBasicsSchema,
  figures: bothFiguresSchema.nullable().describe('Null until everything is read'),
  movedOut: movedOutSchema.describe('What earlier closings of the milestone took out of it'),
  openChildren: z
    .record(z.string(), z.number())
    .describe('Issue id → children that are not closed; closed issues and those without are left out'),
  suggestion: suggestionSchema.describe('The next milestone, if the cadence goes on'),
  useResolvedForChart: z
    .boolean()
    .nullable()
    .describe("The project counts 処理済み as done in its own burndown; null where Backlog doesn't say"),
  textFormattingRule: z.enum(['markdown', 'backlog']).nullable(),
});
export type ClosureFiguresAnswer = z.infer<typeof closureFiguresAnswerSchema>;

const stateSchema = z
  .enum([...itemStates, 'undone', 'leftOut'])
  .describe(
    'planned and intent: not ended yet; undone: taken back by a later run; leftOut: not part of the run',
  );
const step = z.object({
  name: z.string(),
  state: stateSchema,
  reason: z.enum(reasonCodes).nullable().describe('Why it ended so, where that needs a word'),
});
const group = z.object({
  issues: z.number().describe('Issues that are as the plan wanted them'),
  hours: z.number().describe('Their estimated hours, as of the plan'),
});

/**
 * What a run that closes a milestone has done, beside how the milestone stood before. Of every issue and step the
 * latest outcome counts, also of runs that took up again what was not done, or took back what was.
 */
export const closureRecordSchema = z.object({
  runId: z.string(),
  projectId: z.number(),
  milestone: z.object({ id: z.number(), label: z.string() }),
  resolvedIsDone: z.boolean(),
  snapshot: closureSnapshotSchema.nullable().describe('How the milestone stood when the plan was made'),
  next: z.object({ label: z.string(), id: z.number().nullable().describe('Null: not created') }).nullable(),
  closed: group.describe('Issues of the milestone that were closed'),
  carriedOver: group,
  withoutMilestone: group,
  closedAlong: z.number().describe('Issues outside the milestone that were closed with their parents'),
  carriedOverBy: z
    .array(z.object({ id: z.number().nullable(), name: z.string().nullable(), issues: z.number() }))
    .describe('Carried-over issues per assignee as of the plan, the most first'),
  notDone: z
    .object({
      rejected: z.number(),
      held: z.number().describe('Held back with the report that they carry; no part of rejected'),
      conflict: z.number(),
      unknown: z.number(),
      cancelled: z.number(),
      left: z.number().describe('Not ended yet'),
      leftOut: z.number().describe('Left out of the plan, or in it but not part of the run'),
      undone: z.number().describe('Done, and taken back by a later run'),
    })
    .describe('Issues that are not as the plan wanted them'),
  later: z
    .array(
      z.object({
        issueId: z.number(),
        state: z.enum([...itemStates, 'undone']),
        goal: z.enum(destinations).nullable(),
        run: z.object({ runId: z.string(), planNumber: z.number() }),
      }),
    )
    .describe('Issues whose latest outcome is that of a later run'),
  completionRate: z
    .number()
    .nullable()
    .describe(
      '完了 of all issues that the milestone had, after the run, 0 to 1; null where the plan did not know',
    ),
  velocity: z
    .object({
      issues: z.number(),
      hours: z.number().nullable().describe('Null: not known for so many issues'),
    })
    .nullable()
    .describe('完了 of the milestone after the run; null where the plan did not know'),
  create: step.nullable().describe('The next milestone; null: nothing to create'),
  wiki: step.nullable().describe('Null: not wanted'),
  comment: z
    .object({ issueKey: z.string(), state: stateSchema, reason: z.enum(reasonCodes).nullable() })
    .nullable(),
  archive: step.nullable().describe('Null: not wanted'),
});
export type ClosureRecord = z.infer<typeof closureRecordSchema>;
