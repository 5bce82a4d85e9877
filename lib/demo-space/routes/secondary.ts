import type { Route } from '../route';
import { activityRoutes } from './activities';
import { documentRoutes } from './documents';
import { licenceRoutes } from './licence';
import { notificationRoutes } from './notifications';
import { projectAdministrationRoutes } from './project-administration';
import { pullRequestRoutes } from './pull-requests';
import { starRoutes } from './stars';
import { watchingRoutes } from './watchings';
import { webhookRoutes } from './webhooks';
import { wikiRoutes } from './wikis';

/** Endpoints around issues: activities, notices, watches, webhooks, wikis, documents, git, stars and the licence. */
export const secondaryRoutes: readonly Route[] = [
  ...activityRoutes,
  ...notificationRoutes,
  ...watchingRoutes,
  ...licenceRoutes,
  ...webhookRoutes,
  ...wikiRoutes,
  ...documentRoutes,
  ...pullRequestRoutes,
  ...starRoutes,
  ...projectAdministrationRoutes,
];
