import { z } from 'zod';
import { id, isoDate, label, labelled, storableText } from '../change-parts';
import { closureSnapshotSchema } from './closure-figures-schema';

/** Where an unfinished issue goes: into the next milestone, into none, or it is closed. */
export const destinations = ['next', 'none', 'close'] as const;
export type Destination = (typeof destinations)[number];

const decision = z.strictObject({
  to: z.enum(destinations),
  assignee: labelled.optional().describe('Somebody else takes it over'),
  resolution: labelled.optional().describe('Of an issue that is closed; left out: the one for all'),
});
export type ClosureDecision = z.infer<typeof decision>;

/** What a person decides about a closure. */
export const closureInputSchema = z.strictObject({
  projectId: id,
  milestone: labelled.describe('The milestone to close'),
  resolvedIsDone: z.boolean().describe('処理済み and later statuses count as done and are closed'),
  next: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('existing'), milestone: labelled }),
      z.strictObject({
        kind: z.literal('new'),
        name: label,
        startDate: isoDate.nullable(),
        dueDate: isoDate.nullable(),
      }),
    ])
    .nullable()
    .describe('Null: nothing is carried over'),
  unfinished: z.enum(destinations).describe('For unfinished issues without a decision of their own'),
  decisions: z.record(z.string().regex(/^\d+$/), decision).describe('Issue id → what happens to it'),
  leftOut: z
    .array(id)
    .max(10_000)
    .default([])
    .describe('Issues that stay as they are; the archive is held back while one of them is open'),
  resolution: labelled.describe('完了理由 of what is closed; 0 = 対応済み'),
  moveDueDates: z
    .boolean()
    .describe('Due dates of carried-over issues that lie before the next milestone move to its due date'),
  archive: z.boolean().describe('Archive the closed milestone, last of all and only after complete success'),
  report: z.strictObject({
    wiki: z.strictObject({ name: label, content: storableText(50_000) }).nullable(),
    comment: z
      .strictObject({ issueId: id, issueKey: z.string().max(60), content: storableText(50_000) })
      .nullable(),
  }),
});
export type ClosureInput = z.infer<typeof closureInputSchema>;

/** A closure as it is stored with its plan: the decisions, and how the milestone stood when they were made. */
export const closureSchema = z.strictObject({
  kind: z.literal('closure'),
  ...closureInputSchema.shape,
  snapshot: closureSnapshotSchema.nullable().describe('Null: not known when the plan was made'),
});
export type Closure = z.infer<typeof closureSchema>;
