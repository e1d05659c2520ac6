import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseAst } from 'vite';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

export type Source = { path: string; text: string };
/** What a module asks for: a path of ours, relative to the root, or a package or built-in by its name. */
export type Import = { from: string; to: string; typeOnly: boolean; names: string[] };
export type Node = { type: string; start: number; [key: string]: unknown };

const passedOver = new Set(['node_modules', '.git', '.output', '.wxt', 'data', 'compiled', 'project.inlang']);

/** Every file of the project, with forward slashes; generated ones are left out. */
export function listFiles(folder = ''): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name);
    if (entry.isDirectory()) return passedOver.has(entry.name) ? [] : listFiles(path);
    return entry.isFile() ? [path] : [];
  });
}

export const readSource = (path: string): Source => ({ path, text: readFileSync(join(root, path), 'utf8') });

export const isTest = (path: string) =>
  /\.(test|test-d|examples)\.tsx?$/.test(path) || path.startsWith('tests/');

/** The product's own modules, without their tests. */
export function productSources(): Source[] {
  return listFiles()
    .filter((path) => /^(api|extension|shared)\/.*\.tsx?$/.test(path) && !isTest(path))
    .map(readSource);
}

const parsed = new Map<string, Node>();

export function parse({ path, text }: Source): Node {
  const key = `${path}\0${text}`;
  const known = parsed.get(key);
  if (known) return known;
  const tree = parseAst(text, { lang: path.endsWith('x') ? 'tsx' : 'ts' }) as unknown as Node;
  parsed.set(key, tree);
  return tree;
}

export function* nodesOf(node: Node): Generator<Node> {
  yield node;
  for (const value of Object.values(node))
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) yield* nodesOf(child);
}

export function importsOf(source: Source): Import[] {
  return [...nodesOf(parse(source))].flatMap((node) => {
    const asked = node.source;
    if (!isNode(asked) || typeof asked.value !== 'string') return [];
    const specifiers = Array.isArray(node.specifiers) ? node.specifiers.filter(isNode) : [];
    const typeOnly =
      node.importKind === 'type' ||
      node.exportKind === 'type' ||
      (specifiers.length > 0 &&
        specifiers.every((one) => one.importKind === 'type' || one.exportKind === 'type'));
    const names = specifiers.flatMap(({ imported }) =>
      isNode(imported) && typeof imported.name === 'string' ? [imported.name] : [],
    );
    return [{ from: source.path, to: resolve(source.path, asked.value), typeOnly, names }];
  });
}

export const lineOf = ({ text }: Source, at: number) => text.slice(0, at).split('\n').length;

function resolve(from: string, asked: string): string {
  return asked.startsWith('.') ? posix.join(posix.dirname(from), asked) : asked;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
}
