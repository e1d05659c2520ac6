/**
 * Writes shared/identity/look-alike/confusables.ts: every letter or digit of a script in use that Unicode (UTS 39, confusables.txt) says
 * passes for one or two ASCII letters or digits. Run: `node tools/confusables.ts <path to confusables.txt>`, the file
 * of https://www.unicode.org/Public/security/latest/.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const [path = ''] = process.argv.slice(2);
const source = readFileSync(path, 'utf8');
const version = /^# Version: (\S+)/m.exec(source)?.[1] ?? '';
const characters = (hex: string): string =>
  String.fromCodePoint(
    ...hex
      .trim()
      .split(' ')
      .map((point) => Number.parseInt(point, 16)),
  );

/** As a host is compared: compatibility forms, case and marks are folded before the table is asked. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '');

/** Scripts that names and hosts are written in beside Latin, and letters of which pass for it; a registry sells no others. */
const inUse =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Georgian}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Cherokee}\p{Script=Thai}\p{Script=Devanagari}\p{Script=Han}]$/u;

const pairs = new Map<string, string>();
for (const line of source.split('\n')) {
  const [from = '', to = ''] = line.replace(/#.*/, '').split(';');
  if (!from.trim() || !to.trim()) continue;
  const [seen, known] = [plain(characters(from)), plain(characters(to))];
  if (
    Array.from(seen).length !== 1 ||
    !/^[\p{L}\p{N}]$/u.test(seen) ||
    /^[\x20-\x7e]/.test(seen) ||
    !inUse.test(seen)
  )
    continue;
  if (!/^[a-z0-9]{1,2}$/.test(known) || pairs.has(seen)) continue;
  pairs.set(seen, known);
}

/** By what each looks like: the letter, then the characters that pass for it. */
const rows = new Map<string, string[]>();
for (const [seen, known] of [...pairs].sort(([a], [b]) => (a.codePointAt(0) ?? 0) - (b.codePointAt(0) ?? 0)))
  rows.set(known, [...(rows.get(known) ?? []), seen]);
const escaped = (text: string): string =>
  Array.from(text, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`).join('');
const lines = [...rows]
  .sort(([a], [b]) => a.length - b.length || (a < b ? -1 : 1))
  .map(([known, seen]) => `  ['${known}', '${escaped(seen.join(''))}'],`);
writeFileSync(
  fileURLToPath(new URL('../shared/identity/look-alike/confusables.ts', import.meta.url)),
  `// Made by tools/confusables.ts from Unicode's confusables.txt, version ${version} (UTS 39; Unicode License v3).
// Do not edit by hand. A letter, and the ${pairs.size} characters that pass for it or them.
export const confusables: readonly (readonly [known: string, seen: string])[] = [
${lines.join('\n')}
];
`,
);
console.log(`${pairs.size} characters`);
