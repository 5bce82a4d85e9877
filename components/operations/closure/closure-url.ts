/** Which milestone is being closed, as it stands in the address; null for what is not named. */
export interface ClosureAddress {
  projectId: number | null;
  milestoneId: number | null;
}

const idOf = (text: string | null) => (text !== null && /^\d{1,15}$/.test(text) ? Number(text) : null);

/** `?project=501&milestone=2401`; what is no number is not there. */
export function readClosureAddress(params: URLSearchParams): ClosureAddress {
  return { projectId: idOf(params.get('project')), milestoneId: idOf(params.get('milestone')) };
}

export function closureQuery({ projectId, milestoneId }: ClosureAddress): string {
  const params = new URLSearchParams();
  if (projectId !== null) params.set('project', String(projectId));
  if (milestoneId !== null) params.set('milestone', String(milestoneId));
  return params.toString();
}
