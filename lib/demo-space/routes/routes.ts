import type { Route } from '../route';
import { categoryRoutes } from './categories';
import { commentRoutes } from './comments';
import { customFieldRoutes } from './custom-fields';
import { issueFileRoutes } from './issue-files';
import { issueTypeRoutes } from './issue-types';
import { issueRoutes } from './issues';
import { priorityRoutes } from './priorities';
import { projectRoutes } from './projects';
import { relatedIssueRoutes } from './related-issues';
import { secondaryRoutes } from './secondary';
import { spaceRoutes } from './space';
import { statusRoutes } from './statuses';
import { userRoutes } from './users';
import { versionRoutes } from './versions';

/** Every endpoint below `/api/v2`, in the order in which they are tried. */
export const routes: readonly Route[] = [
  ...spaceRoutes,
  ...userRoutes,
  ...projectRoutes,
  ...statusRoutes,
  ...issueTypeRoutes,
  ...categoryRoutes,
  ...versionRoutes,
  ...customFieldRoutes,
  ...priorityRoutes,
  ...issueRoutes,
  ...commentRoutes,
  ...issueFileRoutes,
  ...relatedIssueRoutes,
  ...secondaryRoutes,
];
