export type { Database, DatabaseKind, OpenDatabase } from './database';
export { openDatabase } from './open-database';
export { isUniqueViolation } from './unique-violation';
