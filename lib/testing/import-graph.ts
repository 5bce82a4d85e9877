import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { parseSync } from 'oxc-parser';

export interface ImportEdge {
  /** Importing file, relative to the root. */
  from: string;
  /** Imported file relative to the root, or the package's name. */
  to: string;
  kind: 'ours' | 'package';
  /** Erased at compile time. */
  typeOnly: boolean;
}

const skipped = new Set(['node_modules', '.next', '.git', '.data', 'test-results', 'playwright-report']);
const endings = ['.ts', '.tsx', '.d.ts', '.mjs', '/index.ts', '/index.tsx', ''];

function sourceFiles(root: string, folder = ''): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : sourceFiles(root, path);
    return /\.(ts|tsx|mjs)$/.test(entry.name) ? [path] : [];
  });
}

function resolveOurs(root: string, from: string, request: string): string | null {
  if (!request.startsWith('.') && !request.startsWith('@/')) return null;
  const base = request.startsWith('@/') ? request.slice(2) : normalize(join(dirname(from), request));
  for (const ending of endings) {
    const path = join(root, base + ending);
    if (existsSync(path) && statSync(path).isFile()) return relative(root, path);
  }
  throw new Error(`${from} imports ${request}, which does not exist`);
}

/** Every import of every source file, static and dynamic, with type-only ones marked. */
export function importGraph(root: string): ImportEdge[] {
  return sourceFiles(root).flatMap((from) => {
    const source = readFileSync(join(root, from), 'utf8');
    const { module } = parseSync(from, source);
    const requests = [
      ...module.staticImports.map((entry) => ({
        request: entry.moduleRequest.value,
        typeOnly: entry.entries.length > 0 && entry.entries.every((name) => name.isType),
      })),
      ...module.staticExports.flatMap((statement) =>
        statement.entries.flatMap((entry) =>
          entry.moduleRequest ? [{ request: entry.moduleRequest.value, typeOnly: entry.isType }] : [],
        ),
      ),
      ...module.dynamicImports.flatMap((entry) => {
        const text = source.slice(entry.moduleRequest.start, entry.moduleRequest.end);
        const literal = /^['"`]([^'"`$]+)['"`]$/.exec(text)?.[1];
        return literal ? [{ request: literal, typeOnly: false }] : [];
      }),
    ];
    return requests.map(({ request, typeOnly }): ImportEdge => {
      const ours = resolveOurs(root, from, request);
      return ours === null
        ? { from, to: request, kind: 'package', typeOnly }
        : { from, to: ours, kind: 'ours', typeOnly };
    });
  });
}

/** Groups of files that import one another at run time; empty when the graph has no cycle. */
export function importCycles(edges: readonly ImportEdge[]): string[][] {
  const targets = new Map<string, string[]>();
  for (const edge of edges) {
    if (edge.kind === 'ours' && !edge.typeOnly)
      targets.set(edge.from, [...(targets.get(edge.from) ?? []), edge.to]);
  }
  const state = new Map<string, 'open' | 'done'>();
  const path: string[] = [];
  const cycles: string[][] = [];
  const visit = (file: string) => {
    state.set(file, 'open');
    path.push(file);
    for (const target of targets.get(file) ?? []) {
      if (state.get(target) === 'open') cycles.push([...path.slice(path.indexOf(target)), target]);
      else if (!state.has(target)) visit(target);
    }
    path.pop();
    state.set(file, 'done');
  };
  for (const file of targets.keys()) if (!state.has(file)) visit(file);
  return cycles;
}
