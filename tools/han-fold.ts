/**
 * Writes shared/kit/han-fold.ts: every Han character that OpenCC reads as the traditional form (of China,
 * Taiwan or Hong Kong) of another single character, beside that character. Run: `node tools/han-fold.ts`.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Converter } from 'opencc-js/t2cn';
import { packHan } from '../shared/kit/han-table.ts';

const converters = ['t', 'tw', 'hk'].map((from) => Converter({ from, to: 'cn' }));

const table = new Map<string, string>();
for (let point = 0x3400; point <= 0x323af; point++) {
  const character = String.fromCodePoint(point);
  if (!/^\p{Script=Han}$/u.test(character)) continue;
  // Compatibility forms are folded by NFKC before this table is asked.
  if (character.normalize('NFKC') !== character) continue;
  for (const convert of converters) {
    const simplified = convert(character);
    if (simplified === character || Array.from(simplified).length !== 1) continue;
    table.set(character, simplified);
    break;
  }
}

/** Follows chains such as 乾 -> 干, so that folding twice is folding once. */
const settle = (character: string): string => {
  let at = character;
  for (let steps = 0; steps < 4; steps++) at = table.get(at) ?? at;
  return at;
};

const pairs = [...table.keys()]
  .map((key) => [key, settle(key)] as const)
  .filter(([key, value]) => key !== value);
const packed = packHan(pairs);
const lines: string[] = [];
for (let i = 0; i < packed.length; i += 100) lines.push(`  '${packed.slice(i, i + 100)}',`);

const head = `// Made by tools/han-fold.ts from opencc-js 1.4.2 (MIT), whose dictionaries are OpenCC's
// (https://github.com/BYVoid/OpenCC, Apache License 2.0). Do not edit by hand.
// Pairs of characters, a traditional one and the simplified one it folds to, as han-table.ts packs them. ${pairs.length} pairs.
`;
writeFileSync(
  fileURLToPath(new URL('../shared/kit/han-fold.ts', import.meta.url)),
  `${head}export const hanPacked = [\n${lines.join('\n')}\n].join('');\n`,
);
console.log(`${pairs.length} pairs`);
