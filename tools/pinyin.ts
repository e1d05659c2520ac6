/**
 * Writes shared/identity/name/pinyin-data.ts: how Han characters are read, from pinyin-pro's public data. GB 2312 has
 * its first level in the order of the readings, so of that only how many characters follow each other under one
 * reading is kept; of its second level a reading each; of others that stand in names,
 * character and reading. Run: `node tools/pinyin.ts`.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { pinyin } from 'pinyin-pro';
import { gbCharacters } from '../shared/identity/name/pinyin.ts';
import { hanTable } from '../shared/kit/han-table.ts';

const decoder = new TextDecoder('gbk');
const { first, second } = gbCharacters((bytes) => decoder.decode(bytes));
const options = { toneType: 'none', type: 'array', v: true } as const;
const readingsOf = (character: string): string[] => [
  ...new Set(pinyin(character, { ...options, multiple: true })),
];
const reading = (character: string): string => pinyin(character, options)[0] ?? '';

/** The readings of the first level: of each character's the one that keeps the alphabetical order. */
const levelOne: { reading: string; count: number }[] = [];
for (const character of first) {
  const last = levelOne.at(-1);
  const all = readingsOf(character);
  const fits = last ? all.filter((one) => one >= last.reading) : all;
  // The next in order; where none is, the list itself says otherwise and the usual one is noted apart.
  const next = last && all.includes(last.reading) ? last.reading : (fits.sort()[0] ?? reading(character));
  if (last?.reading === next) last.count++;
  else levelOne.push({ reading: next, count: 1 });
}
const inOrder = levelOne.flatMap(({ reading: one, count }) => Array.from({ length: count }, () => one));
/** Where the usual reading is another than the one the order gives. */
const usual = first.flatMap((character, at) =>
  reading(character) === inOrder[at] ? [] : [`${character}${reading(character)}`],
);

const han = hanTable();
const simplified = (character: string): string => han.get(character) ?? character;
const known = new Set([...first, ...second]);
/** Characters that names have and neither list. */
const inNames =
  '珮祐珪璘璟濬彊琯甦焜湲瑯昤炤洸旸妳瓖奭籐桔耑玥喆堃珺昇翀赟煊曈祎頔淏垚淼昉晞暐璟瑀瑄璇玘琤璐瑢瓅祺禛禕翊翎茗荻菡萱葳蔺薷蘅蕤霂霈颢飏骞龑旻昕昀晗晔暄暘杺梓楠楹榕橦槿欣沁泓洺浠涵淳湉湙滢潇澍澔濛灏炘烜烨焱煜熠爔玮珂珈珞珩琅琇琦琨琮瑜瑾璞畇皓睿祐禾稷筠箬綦绮翾聿芃芊苒若茉莘蓁蓓诗谦赫轩逸郗钰铄锟锴镕阗雯霏韬韵颉飒馨骁骅鸢鸾麒麟黛鼐懿';
const others = new Set<string>();
for (const character of inNames) if (!known.has(simplified(character))) others.add(simplified(character));

const syllables = [...new Set([...inOrder, ...second.map(reading), ...[...others].map(reading)])]
  .filter((one) => /^[a-z]+$/.test(one))
  .sort();
const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const code = (one: string): string => {
  const at = Math.max(0, syllables.indexOf(one));
  return `${digits[at >> 6]}${digits[at & 63]}`;
};
const lines = (text: string): string =>
  (text.match(/.{1,100}/gu) ?? ['']).map((line) => `  '${line}',`).join('\n');
// A run of up to 63 is three digits.
const runs = levelOne
  .flatMap(({ reading: one, count }) =>
    Array.from(
      { length: Math.ceil(count / 63) },
      (_, at) => `${code(one)}${digits[Math.min(63, count - at * 63)]}`,
    ),
  )
  .join('');
writeFileSync(
  fileURLToPath(new URL('../shared/identity/name/pinyin-data.ts', import.meta.url)),
  `// Made by tools/pinyin.ts from pinyin-pro 3.29.4 (MIT, https://github.com/zh-lx/pinyin-pro). Do not edit by hand.
// Readings of ${known.size + others.size} Han characters, as pinyin.ts unpacks them.
export const syllables = [
${lines(syllables.join(' '))}
].join('');
/** GB 2312, first level, in its order: a reading of two digits and how many characters have it. */
export const firstLevel = [
${lines(runs)}
].join('');
/** Its second level: the high digits of the readings, then the low ones. */
export const secondLevel = [
${lines(second.map((character) => code(reading(character))[0]).join(''))}
  ' ',
${lines(second.map((character) => code(reading(character))[1]).join(''))}
].join('');
/** Characters and their reading: those read otherwise than their place says, then those of no level. */
export const apart = [
${lines([...usual, ...[...others].filter((one) => /^[a-z]+$/.test(reading(one))).map((one) => `${one}${reading(one)}`)].join(''))}
].join('');
`,
);
console.log(levelOne.length, 'runs,', usual.length, 'read otherwise,', others.size, 'others');
