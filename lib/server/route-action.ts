import type { z } from 'zod';
import type { ActionResult } from '@/lib/actions/action-result';
import type { ActionDefinition } from '@/lib/actions/define-action';
import type { IssueFilter } from '@/lib/columns/issue-filter';
import { parseIssueView } from '@/lib/columns/issue-view-url';
import { httpStatusOf } from '@/lib/errors';
import { runAction } from './run-action';

/** Answers of routes are for one person: no cache may keep them. */
export const privateHeaders = { 'Cache-Control': 'no-store', Vary: 'Cookie' } as const;

/** An action's result as JSON with the status of its code. */
export function toResponse<T>(result: ActionResult<T>): Response {
  const status = result.ok ? 200 : httpStatusOf(result.error.code);
  return Response.json(result, { status, headers: privateHeaders });
}

type Params = Record<string, string>;
/** What a route hands to the verb, from its path and query. */
export type ToInput<P extends Params> = (request: { query: URLSearchParams; params: P }) => unknown;

/** JSON of `?input=…`; what is no JSON fails the verb's schema with BAD_INPUT. */
export const inputOfQuery = ({ query }: { query: URLSearchParams }): unknown => {
  try {
    return JSON.parse(query.get('input') ?? '{}');
  } catch {
    return null;
  }
};

/** Numbers of `?name=1,2`; what is no number becomes NaN and fails the verb's schema. */
export const idsOf = (query: URLSearchParams, name: string): number[] =>
  (query.get(name) ?? '').split(',').flatMap((text) => (text === '' ? [] : Number(text)));

/** The filter of a view's parameters; null (BAD_INPUT) when one of them makes no sense, so nothing is read too widely. */
export function filterOf(query: URLSearchParams): IssueFilter | null {
  const { view, ignored } = parseIssueView(query);
  return ignored.length > 0 ? null : view.filter;
}

/** A reading verb as a GET handler below `/api/spaces/[space]`; the body is an `ActionResult`. */
export function routeAction<P extends Params, I extends z.ZodType, O extends z.ZodType>(
  definition: ActionDefinition<I, O>,
  toInput: ToInput<P>,
): (request: Request, route: { params: Promise<P & { space: string }> }) => Promise<Response> {
  return async (request, route) => {
    const params = await route.params;
    const input = toInput({ query: new URL(request.url).searchParams, params });
    return toResponse(await runAction(definition, { space: params.space, input }));
  };
}
