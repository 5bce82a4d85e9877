import { z } from 'zod';
import { japaneseHolidays } from '@/lib/bulk';
import { nextMilestone } from '@/lib/bulk/operations/next-milestone';
import { defineAction } from '../define-action';
import { closureFiguresAnswerSchema } from './closure-schemas';
import { readFigures } from './read-figures';
import { milestonePlace, rememberedContent } from './read-milestone';

/** A call begins no further read after this time: it answers within 2 s, and the next call goes on. */
const READING_MS = 1_200;

const id = z.number().int().nonnegative();

export const closureFiguresAction = defineAction({
  name: 'closure.figures',
  description:
    'How a milestone stands: counts per status at once, burndown and other figures when the change logs of its issues are read, which takes several calls. Above 300 reads they are not worked out.',
  access: 'read',
  surfaces: ['ui', 'assistant', 'mcp'],
  input: z.strictObject({ projectId: id, milestoneId: id }),
  output: closureFiguresAnswerSchema,
  run: async ({ ctx, input }) => {
    const until = ctx.clock.now().getTime() + READING_MS;
    const place = await milestonePlace(ctx, input);
    const { content, forget } = await rememberedContent(ctx, place);
    const [reading, openChildren] = await Promise.all([
      readFigures(ctx, place, content, until),
      content.openChildren(),
    ]);
    // What is looked at next is Backlog as it is then.
    if (reading.state !== 'reading') forget();
    const { project, milestones, milestone } = place;
    const { basics, issues } = content;
    const { seen, ...movedOut } = content.movedOut;
    return {
      ...reading,
      total: basics.total + (issues === null ? 0 : seen.length),
      basics,
      movedOut,
      openChildren,
      suggestion: nextMilestone(milestones, milestone, japaneseHolidays()),
      useResolvedForChart: project.useResolvedForChart ?? null,
      textFormattingRule: project.textFormattingRule ?? null,
    };
  },
});
