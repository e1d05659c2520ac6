import { isEastern } from './eastern.ts';
import { widened } from './forms.ts';
import { latin } from './latin.ts';
import { cleanName, parseName } from './parse.ts';
import type { NameTables } from './tables.ts';
import { isParticle, plainWord } from './words.ts';

/** A person's name as it is compared. */
export type PersonForm = {
  /** In Latin letters, the given name first, without titles, suffixes and particles. */
  words: string[];
  particles: string;
  /** `jr`, `ii`: a father is not his son. */
  generation: string;
  /** As the title says: Mr and Mrs Smith are two. */
  gender: 'm' | 'f' | '';
  /** Written without vowels: Arabic, Hebrew. */
  abjad: boolean;
};

const generations = /^(?:jr|jnr|junior|sr|snr|senior|ii|iii|iv|vi|vii|viii|2nd|3rd|4th|filho|neto|мл|ст)$/;
const sameGeneration: Record<string, string> = {
  jnr: 'jr',
  junior: 'jr',
  snr: 'sr',
  senior: 'sr',
  '2nd': 'ii',
  '3rd': 'iii',
  '4th': 'iv',
};
const he =
  /(?:^| )(?:mr|mister|sir|herr|monsieur|don|senor|sr|signor|sig|dhr|meneer|pan|г-н|господин|bay|lord|king|prince|brother|father|uncle)(?: |$)|先生|君|くん/u;
const she =
  /(?:^| )(?:mrs|ms|miss|mme|madame|frau|frl|mlle|senora|senorita|sra|srta|dona|signora|signorina|mevr|mevrouw|pani|г-жа|госпожа|bayan|lady|dame|queen|princess|sister|mother|aunt)(?: |$)|女士|小姐|太太|夫人/u;
const mostWords = 12;

const wordsIn = (text: string): string[] =>
  text
    .replace(/['’`´ʻʼ‘]/gu, '')
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter(Boolean);

function genderOf(title: string): PersonForm['gender'] {
  if (!title) return '';
  const plain = title.split(' ').map(plainWord).join(' ');
  // A couple is neither.
  return he.test(plain) === she.test(plain) ? '' : he.test(plain) ? 'm' : 'f';
}

/** Abdul, Abdel, Abd al-: one word of two, the servant of; Abdulaziz is Abdul Aziz. */
const servant = (word: string): string[] => {
  const rest = /^abd(?:[aeu]l|oul)(\p{L}{4,})?$/u.exec(word);
  return rest ? ['abd', ...(rest[1] ? [rest[1]] : [])] : [word];
};

/** Mc and Mac grow together with the name behind them. */
const withClan = (words: readonly string[]): string[] =>
  words.flatMap((word, at) => {
    if (/^ma?c$/.test(words[at - 1] ?? '')) return [`${words[at - 1]}${word}`];
    return /^ma?c$/.test(word) && at < words.length - 1 ? [] : [word];
  });

/** @param wide `ue` for `ü`, as it is written where a keyboard has none */
export function personForm(text: string, tables: NameTables, wide = false): PersonForm {
  const plain = cleanName(text);
  const parts = parseName(plain);
  const { first, middle, last } = parts;
  const isHan = /\p{Script=Han}/u.test(last || first);
  const inOrder =
    isHan && isEastern(plain)
      ? `${tables.reading(first) ?? first} ${last ? (tables.reading(last, true) ?? last) : ''}`
      : `${first} ${middle} ${last}`;
  const written = inOrder.trim() || parts.nickname || plain;
  const all = wordsIn(latin(wide ? widened(written) : written)).slice(0, mostWords);
  // The article grows together with its word in Arabic: السيسي.
  const abjad = /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(plain);
  const words = abjad
    ? all.map((word) => word.replace(/^al(?=\p{L}{3})/u, ''))
    : withClan(all).flatMap(servant);
  const telling = words.filter((word) => !isParticle(word));
  const suffixes = parts.suffix.split(/[\s,]+/).map((word) => plainWord(word));
  const generation = suffixes.find((word) => generations.test(word)) ?? '';
  return {
    words: telling.length > 0 ? telling : words,
    particles: words.filter((word) => isParticle(word)).join(' '),
    gender: genderOf(parts.title),
    generation: sameGeneration[generation] ?? generation,
    abjad,
  };
}
