import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { serverCommand } from '@/lib/cli/server-command';
import { serverProcessEnvironment } from '@/lib/env';

export interface ServerOptions {
  /** Origin of the demo space. */
  spaceOrigin: string;
  database: { databaseUrl?: string; dataDir: string };
  encryptionKeys: string;
  timingsScale: number;
  /** `step:nth` where it kills itself, `step:nth:freeze` where it stops itself. */
  failpoint?: string | undefined;
}

/** A server under test. Whoever starts one ends it: `kill` in the clean-up does so whatever its state. */
export interface ServerProcess {
  /** Waits until it answers 200 at /api/health. @throws Error with its output when it ends before */
  ready: () => Promise<void>;
  /** Runs that are not over; null while it does not answer. */
  openRuns: () => Promise<number | null>;
  /** Signal or exit code it ended with. */
  ended: Promise<NodeJS.Signals | number>;
  alive: () => boolean;
  /** kill -9, as a power cut. Resolves when the process is gone. */
  kill: () => Promise<void>;
  /** SIGTERM, as a deployment. @returns its exit code */
  stop: () => Promise<NodeJS.Signals | number>;
  /** SIGSTOP, as a laptop that is shut. */
  freeze: () => void;
  /** SIGCONT */
  thaw: () => void;
  /** Whether it stands still after SIGSTOP, sent by anyone. */
  isFrozen: () => boolean;
  /** The end of what it printed. */
  output: () => string;
}

const healthSchema = z.object({ runs: z.object({ running: z.number(), waiting: z.number() }) });
const keptOutput = 20_000;
/** A start takes a second or two; a machine under load a multiple of that. */
const readyMs = 120_000;

/** Starts the product as `npm start` does, from the build that is there, in demo mode on a free port. */
export async function startServer(options: ServerOptions): Promise<ServerProcess> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, serverCommand({ hostname: '127.0.0.1', port }), {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...serverProcessEnvironment(),
      // Empty ones keep a developer's .env out.
      DATABASE_URL: options.database.databaseUrl ?? '',
      DATA_DIR: options.database.dataDir,
      DEMO_SPACE_URL: options.spaceOrigin,
      ENCRYPTION_KEYS: options.encryptionKeys,
      TIMINGS_SCALE: String(options.timingsScale),
      FAILPOINT: options.failpoint ?? '',
      PORT: String(port),
      APP_URL: origin,
      LOG_LEVEL: 'info',
      // A quarter of a start is compiling; Node.js from 22 on keeps what a process compiled that ended by itself.
      NODE_COMPILE_CACHE: join(tmpdir(), 'ikkatsu-test-templates', 'compiled'),
    },
  });
  const output = keepOutput(child);
  const ended = new Promise<NodeJS.Signals | number>((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ?? code ?? 1));
  });
  const alive = () => child.exitCode === null && child.signalCode === null;

  async function openRuns(): Promise<number | null> {
    try {
      const answer = await fetch(`${origin}/api/health`);
      if (!answer.ok) return null;
      const { runs } = healthSchema.parse(await answer.json());
      return runs.running + runs.waiting;
    } catch (error) {
      if (error instanceof z.ZodError) throw error;
      // It is not up yet, or it died over the answer.
      return null;
    }
  }

  return {
    ended,
    alive,
    output,
    openRuns,
    async ready() {
      const began = performance.now();
      while ((await openRuns()) === null) {
        if (!alive()) throw new Error(`the server ended with ${await ended}\n${output()}`);
        if (performance.now() - began > readyMs) throw new Error(`the server is not ready\n${output()}`);
        await pause();
      }
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    stop() {
      child.kill('SIGTERM');
      return ended;
    },
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
    isFrozen: () => alive() && stateOf(child).startsWith('T'),
  };
}

function keepOutput(child: ChildProcess): () => string {
  let kept = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      kept = (kept + text).slice(-keptOutput);
    });
  }
  return () => kept;
}

function stateOf({ pid }: ChildProcess): string {
  return execFileSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).trim();
}

/** Between two looks at a server that is starting. */
const pause = () => new Promise((resolve) => setTimeout(resolve, 50));

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address !== null
          ? resolve(address.port)
          : reject(new Error('no port')),
      );
    });
  });
}
