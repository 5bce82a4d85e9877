export type { DemoSpace, SpaceSnapshot } from './app';
export { createDemoSpace } from './app';
export type { Fault } from './faults';
export type { LogEntry } from './request-log';
export type { DemoSpaceOptions } from './runtime';
export { seedSource } from './seed-source';
export type { Listening } from './server';
export { listen } from './server';
