import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { API_KEY } from './engine-under-test';
import type { SpaceProcess } from './space-process';

export interface OfficialMcp {
  /** Sets the priority of these issues one by one. @returns ms, and how many of the calls were refused */
  setPriority: (issueKeys: readonly string[], priorityId: number) => Promise<{ ms: number; refused: number }>;
  close: () => Promise<void>;
}

const VERSION = '0.20.4';

/**
 * Fetches the server the first time. It is no dependency of the project: its install script refuses npm, and only the
 * bench wants it.
 * @returns its main file
 */
function installedServer(): string {
  const folder = resolve('.data/bench-peers', VERSION);
  const main = join(folder, 'node_modules/backlog-mcp-server/build/index.js');
  if (existsSync(main)) return main;
  mkdirSync(folder, { recursive: true });
  const wanted = `backlog-mcp-server@${VERSION}`;
  const install = ['install', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund', wanted];
  const { status, stderr } = spawnSync('npm', install, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${wanted} could not be fetched: ${stderr}`);
  return main;
}

/**
 * Nulab's own MCP server over stdio, speaking https to the space whose certificate it is told to trust. It asks for
 * Node 22, which the project's packages bring along where the machine's own is older.
 */
export async function startOfficialMcp(space: SpaceProcess): Promise<OfficialMcp> {
  const transport = new StdioClientTransport({
    command: resolve('node_modules/.bin/node'),
    args: [installedServer()],
    env: {
      BACKLOG_DOMAIN: space.tlsHost,
      BACKLOG_API_KEY: API_KEY,
      NODE_EXTRA_CA_CERTS: space.caFile,
    },
    stderr: 'ignore',
  });
  const client = new Client({ name: 'ikkatsu-bench', version: '1.0.0' });
  await client.connect(transport);
  return {
    async setPriority(issueKeys, priorityId) {
      const began = performance.now();
      let refused = 0;
      for (const issueKey of issueKeys) {
        const result = await client.callTool({ name: 'update_issue', arguments: { issueKey, priorityId } });
        if (result.isError === true) refused += 1;
      }
      return { ms: performance.now() - began, refused };
    },
    close: () => client.close(),
  };
}
