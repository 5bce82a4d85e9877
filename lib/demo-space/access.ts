import type { DemoContext } from './context';
import { pathProject } from './context';
import type { RoleType } from './rows';

/** Decides whether the caller's role allows an endpoint; false is answered with 403 code 5. */
export type Access = (ctx: DemoContext) => boolean;

function roles(...allowed: RoleType[]): Access {
  return (ctx) => allowed.includes(ctx.user.roleType);
}

/** Every role, viewers and guests too. */
export const everyone: Access = () => true;
/** Administrators of the space. */
export const spaceAdmin: Access = roles(1);
/** Those who may change issues: administrators and normal users. */
export const editIssues: Access = roles(1, 2);
/** Those who may add issues, comments and files: all but viewers. */
export const addIssues: Access = roles(1, 2, 3, 5);
/** Administrators of the space or of any one project. */
export const anyProjectAdmin: Access = (ctx) =>
  spaceAdmin(ctx) || ctx.state.projects.all().some((row) => row.administratorIds.includes(ctx.user.id));
/** Administrators of the space or of the project in the path (`:project`). */
export const projectAdmin: Access = (ctx) => {
  const project = pathProject(ctx);
  return spaceAdmin(ctx) || project.administratorIds.includes(ctx.user.id);
};
