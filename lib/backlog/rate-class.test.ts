import { expect, test } from 'vitest';
import { rateClassOf } from './rate-class';

test.each([
  ['GET', '/issues', 'search'],
  ['GET', '/issues/count', 'search'],
  ['GET', '/wikis', 'search'],
  ['GET', '/wikis/count', 'search'],
  ['GET', '/issues/1', 'read'],
  ['GET', '/issues/count-1/comments', 'read'],
  ['GET', '/projects', 'read'],
  ['GET', '/rateLimit', 'read'],
  ['GET', '/space/image', 'icon'],
  ['GET', '/users/1/icon', 'icon'],
  ['GET', '/projects/WEB/image', 'icon'],
  ['PATCH', '/issues/1', 'update'],
  ['POST', '/issues', 'update'],
  ['DELETE', '/issues/1', 'update'],
])('%s %s is counted as %s', (method, path, expected) => {
  expect(rateClassOf(method, path)).toBe(expected);
});
