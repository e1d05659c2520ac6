import { type Import, importsOf, type Source } from './sources.ts';

type Rule = { says: string; applies: (from: string) => boolean; forbids: (asked: Import) => boolean };

const under = (...rooms: string[]) => {
  const folders = rooms.map((room) => `${room}/`);
  return (path: string) => folders.some((folder) => path.startsWith(folder));
};
const isPackage = (to: string, ...names: string[]) =>
  names.some((name) => to === name || to.startsWith(name.endsWith('/') ? name : `${name}/`));
const ours = under('api', 'extension', 'shared', 'tests', 'tools');
const browserBuiltIn = (to: string) => isPackage(to, 'wxt', 'preact', '@preact', 'dexie', '@inboxsdk');

const layers = ['kit', 'identity', 'domain', 'sync'].map((name) => `shared/${name}`);
const layerOf = (path: string) => layers.findIndex((layer) => under(layer)(path));

/** The one place where the extension meets the server: a type. */
const typeDoor = 'extension/sync/rpc.ts';

const rules: Rule[] = [
  {
    says: 'shared/ is pure and stands below all: it may import nothing of api/, extension/, Node or the browser',
    applies: under('shared'),
    forbids: ({ to }) => (ours(to) && !under('shared')(to)) || to.startsWith('node:') || browserBuiltIn(to),
  },
  {
    says: 'the rooms of shared/ go one way, kit <- identity <- domain <- sync: move what is shared down',
    applies: (from) => layerOf(from) >= 0,
    forbids: ({ from, to }) => layerOf(to) > layerOf(from),
  },
  {
    says: 'api/ imports only itself and shared/: move what both sides need into shared/',
    applies: under('api'),
    forbids: ({ to }) => (ours(to) && !under('api', 'shared')(to)) || browserBuiltIn(to),
  },
  {
    says: `the extension takes only \`import type { AppRouter }\` from api/, in ${typeDoor}`,
    applies: under('extension'),
    forbids: (asked) => under('api')(asked.to) && !isTypeOfRouter(asked),
  },
  {
    says: 'the product imports nothing of tests/ or tools/: move what it needs into its own room',
    applies: under('extension'),
    forbids: ({ from, to }) => under('tests', 'tools')(to) && !under('extension/gallery')(from),
  },
  {
    says: 'the extension runs in a browser: no Node module may be imported',
    applies: under('extension'),
    forbids: ({ to }) => to.startsWith('node:'),
  },
  {
    says: 'services know neither Hono nor tRPC: take plain input, return plain answers, throw coded errors',
    applies: under('api/services'),
    forbids: ({ to }) => isPackage(to, 'hono', '@hono', '@trpc') || under('api/http', 'api/rpc')(to),
  },
  {
    says: 'gmail/ and recognisers/ know neither mirror nor outbox: send what was seen through messages/',
    applies: under('extension/gmail', 'extension/recognisers'),
    forbids: ({ to }) => under('extension/mirror', 'extension/outbox')(to),
  },
  {
    says: 'ui/ knows nothing of ours: pass texts, values and callbacks in as properties',
    applies: under('extension/ui'),
    forbids: ({ to }) => ours(to) && !under('extension/ui')(to),
  },
];

function isTypeOfRouter({ from, typeOnly, names }: Import): boolean {
  return from === typeDoor && typeOnly && names.length === 1 && names[0] === 'AppRouter';
}

/** Every import that goes against the house, in a sentence that says what to do. */
export function wrongDirections(sources: Source[]): string[] {
  return sources.flatMap((source) =>
    importsOf(source).flatMap((asked) =>
      rules
        .filter((rule) => rule.applies(asked.from) && rule.forbids(asked))
        .map((rule) => `${asked.from} imports ${asked.to}: ${rule.says}`),
    ),
  );
}

/** Circles of imports that exist when the program runs; types alone make none. */
export function cycles(sources: Source[]): string[] {
  const graph = runtimeGraph(sources);
  const found: string[] = [];
  const state = new Map<string, 'open' | 'done'>();
  const visit = (path: string, trail: string[]): void => {
    if (state.get(path) === 'done') return;
    if (state.get(path) === 'open') {
      const circle = [...trail.slice(trail.indexOf(path)), path].join(' -> ');
      found.push(`${circle}: a circle of imports; move what both need into a file below them`);
      return;
    }
    state.set(path, 'open');
    for (const next of graph.get(path) ?? []) visit(next, [...trail, path]);
    state.set(path, 'done');
  };
  for (const path of graph.keys()) visit(path, []);
  return found;
}

/** Whether a file's running code comes to a package, and by which way. */
export function wayTo(sources: Source[], start: string, name: string): string | null {
  const graph = runtimeGraph(sources);
  const seen = new Set<string>();
  const walk = (path: string, trail: string[]): string | null => {
    if (isPackage(path, name)) return [...trail, path].join(' -> ');
    if (seen.has(path)) return null;
    seen.add(path);
    for (const next of graph.get(path) ?? []) {
      const way = walk(next, [...trail, path]);
      if (way) return way;
    }
    return null;
  };
  return walk(start, []);
}

function runtimeGraph(sources: Source[]): Map<string, string[]> {
  return new Map(
    sources.map((source) => [
      source.path,
      importsOf(source)
        .filter(({ typeOnly }) => !typeOnly)
        .map(({ to }) => to),
    ]),
  );
}
