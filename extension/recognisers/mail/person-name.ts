import { bareName as bare, hanName, particle } from '../bare-name.ts';
import { notNameWords, organisationPattern, titlePattern } from '../words.ts';

// The mailbox's script carries no lists of names: in a signature the header has told most names already.

const word =
  "(?:(?:Mc|Mac|O['’]|D['’])?\\p{Lu}[\\p{Ll}\\p{M}'’]+(?:[-‐'’]\\p{Lu}?[\\p{Ll}\\p{M}]+)*|\\p{Lu}\\.?|(?:De|Di|La|Le|Van|St\\.)\\p{Lu}[\\p{Ll}\\p{M}]+|\\p{Lu}{2,}(?:-\\p{Lu}{2,})?)";
const cased = new RegExp(`^${word}(?: (?:${particle} ){0,2}(?:["“(]${word}["”)] )?${word}){1,3}$`, 'u');
/** Words of headings that are family names too, behind another name. */
const families = new Set(
  'banks bell bond brand bush case church court cross day dean field fields ford forest green hall hill house hunter king lake land law leader london long love march may north page park parks post power powers price read reed rice rich rivers rose rush short small snow south summers wall waters way west white winter winters wise wood woods young'.split(
    ' ',
  ),
);

/** Bounded: a line of a mail may be a megabyte. */
export const bareName = (text: string): string => bare(text.slice(0, 200));

/** True where a line reads as the name of a person and as nothing else we know. */
export function isPersonName(text: string): boolean {
  if (text.length < 2 || text.length > 60) return false;
  if (hanName.test(text)) return true;
  const name = bareName(text);
  if (!cased.test(name) || organisationPattern.test(name) || titlePattern.test(name)) return false;
  const words = name.toLowerCase().split(/[ -]/);
  if (words.some((one, at) => notNameWords.has(one) && !(at > 0 && families.has(one)))) return false;
  // An abbreviation alone is no name, and neither are two of them.
  return words.filter((one) => one.replace(/\W/g, '').length > 1).length >= 2 || words.length > 2;
}
