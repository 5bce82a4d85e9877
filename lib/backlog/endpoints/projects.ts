import { type ZodType, z } from 'zod';
import type { Caller, CallOptions } from '../caller';
import { type BacklogCustomField, customFieldSchema } from '../schemas/custom-field';
import {
  type BacklogCategory,
  type BacklogIssueType,
  type BacklogStatus,
  type BacklogUser,
  type BacklogVersion,
  categorySchema,
  issueTypeSchema,
  statusSchema,
  userSchema,
  versionSchema,
} from '../schemas/issue';
import { type BacklogProject, projectSchema } from '../schemas/project';

/** Reference data of projects. None of these lists has pages. */
export interface ProjectEndpoints {
  /** Projects the person has joined; `archived` left out gives both kinds. */
  list(query?: { archived?: boolean | undefined }, options?: CallOptions): Promise<BacklogProject[]>;
  /** Members: the list that everybody may read, unlike `/users`. */
  users(projectId: number, options?: CallOptions): Promise<BacklogUser[]>;
  /** In display order. */
  statuses(projectId: number, options?: CallOptions): Promise<BacklogStatus[]>;
  issueTypes(projectId: number, options?: CallOptions): Promise<BacklogIssueType[]>;
  categories(projectId: number, options?: CallOptions): Promise<BacklogCategory[]>;
  /** Versions, which are the milestones too, archived ones included. */
  versions(projectId: number, options?: CallOptions): Promise<BacklogVersion[]>;
  customFields(projectId: number, options?: CallOptions): Promise<BacklogCustomField[]>;
}

export function projectEndpoints(caller: Caller): ProjectEndpoints {
  function listOf<T>(noun: string, item: ZodType<T>) {
    const schema = z.array(item);
    return (projectId: number, options?: CallOptions): Promise<T[]> =>
      caller.read({ path: `/projects/${projectId}/${noun}`, schema }, options);
  }
  const projects = z.array(projectSchema);
  return {
    list: (query = {}, options = {}) =>
      caller.read({ path: '/projects', query: { archived: query.archived }, schema: projects }, options),
    users: listOf('users', userSchema),
    statuses: listOf('statuses', statusSchema),
    issueTypes: listOf('issueTypes', issueTypeSchema),
    categories: listOf('categories', categorySchema),
    versions: listOf('versions', versionSchema),
    customFields: listOf('customFields', customFieldSchema),
  };
}
