import { isBacklogError } from './backlog-error';
import type { CallOptions } from './caller';
import type { ProjectEndpoints } from './endpoints/projects';
import { customFieldInfo } from './schemas/custom-field';
import type { CustomFieldInfo } from './schemas/custom-field-info';

/** What a space says whose plan has no custom fields. */
const refusals: ReadonlySet<string> = new Set(['BACKLOG_FORBIDDEN', 'BACKLOG_NOT_FOUND', 'BACKLOG_LICENCE']);

/**
 * The custom fields of a project; none where Backlog refuses to tell them.
 *
 * @throws BacklogError for every other failure
 */
export async function customFieldsOrNone(
  projects: Pick<ProjectEndpoints, 'customFields'>,
  projectId: number,
  options?: CallOptions,
): Promise<CustomFieldInfo[]> {
  try {
    return (await projects.customFields(projectId, options)).map(customFieldInfo);
  } catch (error) {
    if (isBacklogError(error) && refusals.has(error.code)) return [];
    throw error;
  }
}
