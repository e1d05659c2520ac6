import { foldText } from '../../kit/fold.ts';
import { latin } from './latin.ts';
import type { NameTables } from './tables.ts';

const han = /\p{Script=Han}/u;
/** German writes ü as ue where a keyboard has none. */
const umlaut = /[äöüåøæ]/iu;
const wide: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe', æ: 'ae' };
export const widened = (text: string): string =>
  text.normalize('NFC').replace(/[äöüåøæ]/giu, (letter) => wide[letter.toLowerCase()] ?? letter);

const bare = (text: string): string => text.replace(/[^\p{L}\p{N}\p{M}]+/gu, '');

function spellings(text: string, isFamily: boolean, tables: NameTables): Set<string> {
  const forms = new Set([bare(foldText(text)), bare(latin(text))]);
  if (umlaut.test(text)) forms.add(bare(latin(widened(text))));
  if (han.test(text)) {
    const read = tables.reading(text, isFamily);
    if (read) forms.add(read);
  }
  forms.delete('');
  return forms;
}

/** Spellings under which a given name is met, and the names of which it is a pet form (`=12`): equal strings, equal names. */
export function givenForms(given: string, tables: NameTables): string[] {
  const forms = spellings(given, false, tables);
  const [word = ''] = latin(given).split(/[\s-]+/u);
  for (const group of tables.givenGroups(bare(word))) forms.add(`=${group}`);
  return [...forms];
}

/** Spellings under which a family name is met: folded, in Latin letters, `ue` for `ü`, read aloud. */
export const familyForms = (family: string, tables: NameTables): string[] => [
  ...spellings(family, true, tables),
];
