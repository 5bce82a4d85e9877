import type { z } from 'zod';
import type { ActionContext } from './context';

export type Access = 'read' | 'plan' | 'approve' | 'settings';
export type Surface = 'ui' | 'assistant' | 'mcp';

export interface ActionDefinition<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  /** `noun.verb`, unique. */
  name: string;
  /** One sentence for people and models. */
  description: string;
  access: Access;
  /** `approve` and `settings` never stand on assistant or mcp. */
  surfaces: readonly Surface[];
  /**
   * Set for verbs that ask Backlog nothing: they work for a person whose login Backlog no longer accepts, so that they
   * can follow, pause and cancel what waits for them.
   */
  withoutBacklog?: true;
  input: I;
  output: O;
  run: (args: { ctx: ActionContext; input: z.output<I> }) => Promise<z.output<O>>;
}

/** Keeps the schemas' types; a capability of the product is defined once, here, for every mouth. */
export function defineAction<I extends z.ZodType, O extends z.ZodType>(
  definition: ActionDefinition<I, O>,
): ActionDefinition<I, O> {
  return definition;
}

export type ActionInput<A> = A extends ActionDefinition<infer I, infer _O> ? z.input<I> : never;
export type ActionOutput<A> = A extends ActionDefinition<infer _I, infer O> ? z.output<O> : never;
