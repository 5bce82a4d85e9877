export type { DemoSpace } from './app';
export { createDemoSpace } from './app';
export type { DemoSpaceOptions } from './runtime';
export { seedSource } from './seed-source';
export type { Listening } from './server';
export { listen } from './server';
