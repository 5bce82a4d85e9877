import { AppError } from '@/lib/errors';
import type { ActionContext } from './context';

/**
 * Administrators (1) and normal users (2): the roles that Backlog lets update issues. Others would make plans that
 * cannot be carried out.
 */
const writingRoles: ReadonlySet<number> = new Set([1, 2]);

/** @throws AppError FORBIDDEN for roles that may only look or only add issues */
export function requireWriter({ actor }: ActionContext): void {
  if (!writingRoles.has(actor.roleType)) throw new AppError('FORBIDDEN', { roleType: actor.roleType });
}

/** Only a person sees and sets what applies to their runs. @throws AppError FORBIDDEN */
export function requirePerson({ actor }: ActionContext): void {
  if (actor.type !== 'user') throw new AppError('FORBIDDEN', { actor: actor.type });
}

/** Only a person approves, never an assistant, a tool or a schedule. @throws AppError FORBIDDEN */
export function requireApprover(ctx: ActionContext): void {
  requirePerson(ctx);
  requireWriter(ctx);
}
