import { z } from 'zod';

const count = z.number().describe('Issues');
const hours = z.number().describe('Estimated hours of those that have any');
const load = { issues: count, hours };

/** How a milestone stands, from its issues alone. */
export const closureBasicsSchema = z.object({
  total: count.describe('Issues that hold the milestone now'),
  statuses: z
    .array(z.object({ id: z.number(), ...load }))
    .describe('Per status of the project, in display order, also the empty ones'),
  hoursKnown: z.boolean().describe('False above 300 issues: then only counts are there and all hours are 0'),
  estimatedHours: hours,
  actualHours: z.number().describe('Actual hours of all its issues'),
  movedOut: count
    .exactOptional()
    .describe(
      "Issues that this person's earlier closings took out of it; no part of the total. Left out: none",
    ),
});
export type ClosureBasics = z.infer<typeof closureBasicsSchema>;

const point = z.object({
  day: z.string().describe('yyyy-MM-dd'),
  workingDay: z.boolean(),
  issues: count.describe('Issues of the milestone that were not done when the day ended'),
  hours,
});

/** What the change logs tell; for one reading of what "done" means. */
export const closureFiguresSchema = z.object({
  start: z
    .object(load)
    .nullable()
    .describe('Not done when the first day ended: where the ideal line begins. Null without dates'),
  burndown: z
    .array(point)
    .nullable()
    .describe('Every day from the first to the last one, or to today before that; null without dates'),
  now: z.object(load).describe('Not done now'),
  planned: count
    .nullable()
    .describe('Its issues that were in it when the first day ended; null without a start'),
  added: count
    .nullable()
    .describe('Its issues that came later; planned + added = all, those taken out by earlier closings too'),
  done: z.object(load).describe('Its issues that are done now'),
  completionRate: z
    .number()
    .nullable()
    .describe('Done of all its issues and those that earlier closings took out, 0 to 1; null without issues'),
  carryOvers: z
    .record(z.string(), z.number())
    .describe('Issue id → how often it came from a milestone that had ended; 0 is left out'),
  byAssignee: z
    .array(
      z.object({
        id: z.number().nullable().describe('Null: nobody'),
        name: z.string().nullable(),
        ...load,
        carryOvers: z.number().describe('Sum over the issues'),
      }),
    )
    .describe('Issues that are not done, per assignee, the most first'),
  bugs: z
    .object({ issues: count, total: count })
    .nullable()
    .describe('Null where no issue type of the project is called バグ or Bug'),
  velocities: z
    .array(z.object({ id: z.number(), name: z.string(), ...load }))
    .describe('Closed issues of the last three milestones of the same kind that ended before, oldest first'),
});
export type ClosureFigures = z.infer<typeof closureFiguresSchema>;

/** How the milestone stood when a plan was made. */
export const closureSnapshotSchema = z.object({
  at: z.string().describe('UTC instant'),
  startDate: z.string().nullable().describe('Of the milestone, yyyy-MM-dd'),
  dueDate: z.string().nullable(),
  basics: closureBasicsSchema,
  figures: closureFiguresSchema
    .nullable()
    .describe('Null: the change logs had not been read, or not all of them'),
});
export type ClosureSnapshot = z.infer<typeof closureSnapshotSchema>;
