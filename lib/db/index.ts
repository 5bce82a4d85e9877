export type { Database, DatabaseKind, DumpDatabase, OpenDatabase } from './database';
export { freeBytes } from './free-bytes';
export { openDatabase } from './open-database';
export { restoreSnapshot } from './restore-snapshot';
export { listSnapshots, writeSnapshot } from './snapshots';
export { isUniqueViolation } from './unique-violation';
