import type { Caller, CallOptions } from '../caller';
import { type BacklogVersion, versionSchema } from '../schemas/issue';

/** Days are calendar days, yyyy-MM-dd; null leaves the day empty. */
export interface NewVersion {
  name: string;
  startDate: string | null;
  releaseDueDate: string | null;
}

/** Backlog wants the name with every update, also when only `archived` changes. What is left out stays. */
export interface VersionUpdate {
  name: string;
  archived?: boolean;
}

/** Writes of versions, which are the milestones too; `projects.versions` reads them. Each is sent once, never repeated. */
export interface VersionEndpoints {
  create(projectId: number, version: NewVersion, options?: CallOptions): Promise<BacklogVersion>;
  update(
    projectId: number,
    versionId: number,
    version: VersionUpdate,
    options?: CallOptions,
  ): Promise<BacklogVersion>;
  /** Issues that hold it lose it without a trace of their own. The answer is the version that was deleted. */
  remove(projectId: number, versionId: number, options?: CallOptions): Promise<BacklogVersion>;
}

export function versionEndpoints(caller: Caller): VersionEndpoints {
  const schema = versionSchema;
  return {
    create: async (projectId, { name, startDate, releaseDueDate }, options) => {
      const days = { startDate: startDate ?? undefined, releaseDueDate: releaseDueDate ?? undefined };
      const path = `/projects/${projectId}/versions`;
      return caller.write({ method: 'POST', path, form: { name, ...days }, schema }, options);
    },
    update: async (projectId, versionId, version, options) => {
      const path = `/projects/${projectId}/versions/${versionId}`;
      return caller.write({ method: 'PATCH', path, form: { ...version }, schema }, options);
    },
    remove: async (projectId, versionId, options) => {
      const path = `/projects/${projectId}/versions/${versionId}`;
      return caller.write({ method: 'DELETE', path, schema }, options);
    },
  };
}
