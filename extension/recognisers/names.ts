import { bareName, hanName, particle } from './bare-name.ts';
import { isGivenName } from './names/known.ts';
import { isTitle } from './person/titles.ts';
import { notNameWords, organisationPattern } from './words.ts';

const nameWord =
  "(?:\\p{Lu}[\\p{Ll}\\p{M}'’]+(?:[-‐'’]\\p{Lu}?[\\p{Ll}\\p{M}]+)*|\\p{Lu}\\.?|(?:Mc|Mac|O['’]|D['’]|De|Di|La|Le|Van|St\\.)\\p{Lu}[\\p{Ll}\\p{M}]+|\\p{Lu}{2,}(?:-\\p{Lu}{2,})?)";
const latinName = new RegExp(
  `^${nameWord}(?: (?:${particle} ){0,2}(?:["“(]${nameWord}["”)] )?${nameWord}){1,3}$`,
  'u',
);
/** Words of headings that are family names too. */
const familyWords = new Set(
  'back banks bell bond brand bush case church court cross day dean east field fields ford forest green hall hill house hunter king lake land law leader london long love march may north page park parks person post power powers price read reed rice rich rivers rose rush short small snow south street summers sweet wall waters way west white winter winters wise wood woods work young'.split(
    ' ',
  ),
);

/** True where a line reads as the name of a person and as nothing else we know. */
export function isPersonName(text: string): boolean {
  if (text.length < 2 || text.length > 60) return false;
  if (hanName.test(text)) return true;
  const name = bareName(text);
  if (!latinName.test(name)) return false;
  if (organisationPattern.test(name) || isTitle(name)) return false;
  const words = name.toLowerCase().split(/[ -]/);
  const isKnown = words.length <= 3 && isGivenName(words[0] ?? '');
  // "Price" is a heading's word, and after a given name a family's.
  if (words.some((word, at) => notNameWords.has(word) && !(isKnown && at > 0 && familyWords.has(word))))
    return false;
  // An abbreviation alone is no name, and neither are two of them.
  return words.filter((word) => word.replace(/\W/g, '').length > 1).length >= 2 || words.length > 2;
}
