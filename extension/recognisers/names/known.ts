import { type Filter, mayHave, readFilter } from './filter.ts';
import * as filters from './filters.ts';
import { ordinary } from './ordinary.ts';
import { plainLetters, spelling } from './spelling.ts';

/** What is known of a word. `ordinary`: it is a word or a place as well. */
export type Known = { given: boolean; family: boolean; ordinary: boolean };

let given: Filter | undefined;
let family: Filter | undefined;
const asked = new Map<string, Known>();
/** Words remembered; a page has hardly more with a capital. */
const most = 5_000;

/** Endings and beginnings that family names of a language have and its other words hardly ever. */
const familyShape =
  /(?:.{2}(?:sson|ssen|nsen|rsen|dsen|ksen|tsen|mann|stein|feld|meier|meyer|maier|mayer|baum|bauer|wski|wska|nski|nska|cki|cka|icz|czyk|czak|enko|chuk|czuk|shvili|adze|idze|oyan|ayan|nyan|ryan|tyan|escu|eanu|idis|akis|poulos|poulou|oglu|elli|etti|otti|ucci|acci|azzi|quist|qvist|strom|gren|dahl|gaard|lund|opadhyay|singhe|wardene|zadeh|ndez|ldez|guez|quez|rdez|inen|nova|kova|rova|lova|eva|[knlrtsgdzmh]ov|[nsth]chev|shev|[nst]ev|yev|iev|lovic|kovic|novic|jevic|ovic|evic|ов|ова|ев|ева|ёв|ёва|ский|ская|цкий|цкая|енко|чук|швили|дзе|ян|ович|ић|όπουλος|άκης|ίδης|ίδου|οπούλου)|^(?:mc[a-z]{3,}|macd[a-z]+|macl[a-z]+|macm[a-z]+|mack[a-z]{3,}|fitz[a-z]{3,}|o[bcdfghklmnrst][a-z]{4,}nn?or|vand(?:en|er)[a-z]{2,}).*)$/u;

/** What is known of a word as part of a name, in any case and with or without accents. */
export function knownOf(word: string): Known {
  const found = asked.get(word);
  if (found) return found;
  if (asked.size > most) asked.clear();
  const known = look(word);
  asked.set(word, known);
  return known;
}

function look(word: string): Known {
  given ??= readFilter(filters.given);
  family ??= readFilter(filters.family);
  const plain = plainLetters(word);
  if (plain.length < 2 || plain.length > 24) return { given: false, family: false, ordinary: false };
  // Of "Anna-Lena" and "Bell-Jones" one part tells.
  const parts = plain.split(/[-‐]/).filter((part) => part.length > 1);
  const spelt = parts.map(spelling);
  return {
    given:
      mayHave(given, spelt[0] ?? '') &&
      (spelt.length < 2 || spelt.some((part, at) => at > 0 && mayHave(given as Filter, part))),
    family: spelt.some((part) => mayHave(family as Filter, part)) || familyShape.test(plain),
    ordinary: ordinary.has(plain),
  };
}

export const isGivenName = (word: string): boolean => knownOf(word).given;
