import { isTitle } from '../person/titles.ts';
import { isRegion } from '../postal/conventions.ts';
import { trimmedName } from './extent.ts';
import { isSomebody } from './somebody.ts';
import { isGeneral, pageWords } from './words.ts';

const named =
  /^[\p{Lu}\d«"][\p{L}\d&.'’+»"-]*(?: (?:[\p{Lu}\d(][\p{L}\d&.'’+)-]*|and|of|the|for|on|in|at|&|de|du|la|le|und|für|der|di))*$/u;
/** Headings over an address that name no one: what kind of place it is, and where. */
const kindOfPlace =
  /\b(?:address(?:es)?|headquarters?|hq|offices?|locations?|mail(?:ing)?|postal|visit(?:ing|ors)?|directions?|contacts?|contact us|phone|hours|shipping|billing|delivery|returns|showroom|warehouse|store|branch|get in touch|reach us|find us|where|map|info(?:rmation)?|details|north|south|east|west|corporate|regional|sales|support|service|suite|floor|building|anschrift|adresse|standort|siège|sede|dirección|indirizzo)\b/iu;

/** The company that an address has as its heading: the line above, where that reads as a name and as nothing else. */
export function headingOf(text: string): string | null {
  if (text.length > 70 || text.length < 3) return null;
  const name = trimmedName(text.replace(/[,:]$/, ''));
  if (!named.test(name) || kindOfPlace.test(name) || pageWords.test(name) || isGeneral(name)) return null;
  if (!name.includes(' ') || /\d/.test(name) || isRegion(name)) return null;
  return isSomebody(name) || isTitle(name) ? null : name;
}
