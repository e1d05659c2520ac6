import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

export type Part = { file: string; of: 'page' | 'worker'; bytes: number };

/**
 * Everything that a phone loads, compressed, before it shows its contacts for the first time: the page in its language,
 * the first page of the app, and the worker with what it opens by.
 */
export function firstView(folder: string, locale: string): Part[] {
  const parts = new Map<string, Part>();
  const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
  const take = (file: string, of: Part['of']): void => {
    if (parts.has(file)) return;
    const text = read(file);
    parts.set(file, { file, of, bytes: gzipSync(text, { level: 9 }).length });
    if (file.endsWith('.js')) for (const next of importsOf(text)) take(`assets/${next}`, of);
  };
  // 1. The page, and by what it finds its code.
  take('index.html', 'page');
  for (const name of named(read('index.html'), /(?:src|href)="\/app\/(assets\/[^"]+)"/g)) take(name, 'page');
  const boot = [...parts.keys()].find((file) => file.endsWith('.js')) ?? '';
  const [code = ''] = named(
    read(boot),
    new RegExp(`["'\`]?${locale}["'\`]?:\\{code:[^/]*/app/([^"'\`]+)`, 'g'),
  );
  take(code, 'page');
  // 2. Its first page, which is always the contacts.
  const text = read(code);
  const list = named(text, /path:["'`]\/contacts["'`].*?import\(["'`]\.\/([^"'`]+)["'`]\)/gs)[0] ?? '';
  const [numbers = ''] = named(text.slice(text.indexOf(list)), /__vite__mapDeps\(\[([\d,]*)\]\)/g);
  const all = named(text, /\.f=\[([^\]]*)\]/g)[0]?.match(/assets\/[^"'`]+/g) ?? [];
  for (const number of numbers.split(',')) take(all[Number(number)] ?? '', 'page');
  take(`assets/${list}`, 'page');
  // 3. Its worker.
  for (const name of named(text, /["'`]\/?(?:app\/)?assets\/(worker-[^"'`]+\.js)["'`]/g))
    take(`assets/${name}`, 'worker');
  return [...parts.values()].sort((a, b) => b.bytes - a.bytes);
}

const named = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([, name = '']) => name);
const importsOf = (text: string): string[] => named(text, /(?:import|from)\s*["'`]\.\/([^"'`]+\.js)["'`]/g);
