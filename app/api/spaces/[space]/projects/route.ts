import { issuesProjects } from '@/lib/actions/issues/projects';
import { routeAction } from '@/lib/server/route-action';

export const GET = routeAction(issuesProjects, () => ({}));
