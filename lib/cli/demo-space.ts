import type { Listening } from '@/lib/demo-space';
import { createDemoSpace, listen, seedSource } from '@/lib/demo-space';
import type { DemoSpaceArguments } from './demo-space-options';
import { readArguments, USAGE } from './demo-space-options';
import { keepState } from './demo-space-state';
import { makeTls } from './demo-space-tls';

interface Started {
  servers: Listening[];
  /** Writes the state file, when there is one. */
  save: () => void;
}

async function start(given: DemoSpaceArguments): Promise<Started> {
  const { seed, spaceName, today } = given;
  const space = createDemoSpace({ ...given.options, buildState: seedSource({ seed, spaceName, today }) });
  const save = given.stateFile === null ? () => undefined : keepState(space, given.stateFile);
  const servers = [await listen(space, { port: given.port })];
  if (given.tlsPort !== null) {
    const tls = makeTls();
    servers.push(await listen(space, { port: given.tlsPort, tls }));
    console.log(`CA certificate: ${tls.caFile}`);
  }
  for (const server of servers) console.log(`${space.state.space.name} listens on ${server.origin}`);
  for (const user of space.state.users.all())
    if (user.apiKeys.length > 0) console.log(`  ${user.name} (${user.userId}): ${user.apiKeys.join(', ')}`);
  return { servers, save };
}

function stopOnSignal({ servers, save }: Started): void {
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    Promise.all(servers.map((server) => server.close()))
      .then(save)
      .finally(() => process.exit(0));
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

try {
  const given = readArguments(process.argv.slice(2));
  if (given) stopOnSignal(await start(given));
  else console.log(USAGE);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.error(`\n${USAGE}`);
  process.exitCode = 1;
}
