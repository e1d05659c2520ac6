import { lineAt, type Passage } from '../corpus.ts';
import { trimmedName } from './extent.ts';
import type { Named } from './formed.ts';
import { formLast } from './legal-forms.ts';
import { isSomebody } from './somebody.ts';
import { isGeneral } from './words.ts';

const sign = /©|\(c\)|copyright|copyrighted|版权所有|版權所有|著作権/giu;
/** What may stand between the sign and the owner. */
const between =
  /^(?:[\s,.:;|()–—-]+|&copy;?|©|®|\(c\)|copyright(?:ed)?|copr\.?|版权所有|版權所有|(?:19|20)\d\d|\d\d(?=[\s,.–-])|present|today|heute|by|of|all (?:content|images|rights reserved|materials?)|content|website|till|to|since|the content of)(?![\p{L}\d])|^[\s,.:;|()–—©®-]+|^(?:19|20)\d\d/iu;
/** Where the owner's name is over. */
const over =
  /\s*(?:[|•·©®™¦†]|\ball rights?\b|\brights? reserved|\breserved\b|\b(?:is|are) (?:a |the )?(?:registered|trademark|protected)|\bregistered\b|\band (?:its|their|the|other|or)\b|\bor its\b|\bunless\b|\bexcept\b|\b(?:e-?mail|phone|telephone|telefon|tél|fax|tel|tfno|tlf)\b(?=[ .]*[:+\d(])|\b(?:powered|designed|developed|created|hosted|managed|built|produced|maintained|presented|provided) |\b(?:web ?)?sites? (?:by|design|map|credits?|development)|\bwebsite\b|\bweb (?:design|by|services|hosting)|\bsitemap\b|\bprivacy\b|\bterms\b|\bdisclaimer\b|\blegal (?:notice|terms|information|disclaimer)|\bcookies?\b|\bimpressum\b|\bimprint\b|\bmentions l[ée]gales|\balle rechte|\btous droits|\btodos (?:los derechos|os direitos)|\btutti i diritti|\balle rechten|\bwszelkie prawa|\bbütün hüquq|\btüm hakları|\bvše?chna práva|все права|版权|版權|保留|著作権|icp备|icp備|京icp|粤icp|沪icp|备案|\b(?:19|20)\d\d\b|https?:|www\.|[\p{Ll}\p{N})]{2}\.(?=\s|$)|[!?;]|\s[-–—~]\s|\s[lI]\s|\s{2,}|:\s|\/\s|\sbased on\s|\s[,.]\s).*$/isu;
/** "(c)" as a mark of a list or a law, and words behind "copyright" that own nothing. */
const nobody =
  /^(?:and|or|notices?|statement|policy|infringement|protection|protected|law|laws|info(?:rmation)?|owners?|holders?|this|that|these|in|on|for|from|at|with|which|is|are|may|material|materials|content|contents|works?|act|claims?|agent|complaints?|permission|free|image|images|photos?|design|my|your|our|his|her|their|its|complaints|trademark|trademarks|license|licence|reserved|respective|under|not|no|any|me|us|you|it)\b/iu;
/** Copyright of a map or a widget inside the page. */
const widgets =
  /^(?:google|openstreetmap|here|tele atlas|mapbox|bing|microsoft|zenrin|navteq|tomtom|geobasis|inegi)\b/iu;
const mapLine =
  /google.*(?:map|karten|données|datos|данные|地图|地圖)|(?:map|karten|картограф|cartogr|地图|地圖|地図).*google/isu;

/** Signs looked at in one passage: no footer has as many. */
const mostTries = 60;

/** Whoever a page's copyright lines name. */
export function copyrightsOf(passage: Passage): Named[] {
  const found: Named[] = [];
  let after = -1;
  let tries = 0;
  for (const match of passage.text.matchAll(sign)) {
    if (found.length >= 20 || ++tries > mostTries) break;
    const { line, from, index } = lineAt(passage, match.index);
    if (from <= after) continue;
    const start = match.index - from;
    const word = match[0].toLowerCase();
    const behind = line.slice(start + match[0].length, start + 240);
    const isSure =
      word === '©' || /版|著/.test(word) || /^[\s,.:–-]*(?:©|\(c\)|&copy|(?:19|20)\d\d|by\s)/iu.test(behind);
    // "(c)" alone numbers a paragraph; "copyright" alone is talked about, unless the line is short.
    if (word === '(c)' && !isSure) continue;
    if (!isSure && (line.length > 120 || start > 40)) continue;
    const name = ownerIn(behind) ?? (isSure ? ownerBefore(line.slice(0, start)) : null);
    if (!name || mapLine.test(line) || widgets.test(name)) continue;
    // The copyright of the shop's or forum's software.
    if (line.toLowerCase().includes(`powered by ${name.toLowerCase()}`)) continue;
    after = from;
    found.push({ name, confidence: isSure ? 0.8 : 0.6, line: index, why: 'copyright' });
  }
  return found;
}

function ownerIn(text: string): string | null {
  let rest = text;
  for (let round = 0; round < 12; round++) {
    const next = rest.replace(between, '');
    if (next === rest) break;
    rest = next;
  }
  return owner(rest);
}

/** "Acme Corporation © 2013": only a name, and nothing else, before the sign. */
function ownerBefore(text: string): string | null {
  const last = text
    .replace(/(?:copyright|content|\(c\)|[\s–—,-])+$/iu, '')
    .split(/[|•·]|\s[-–—]\s|[.!?]\s/u)
    .at(-1);
  return last && last.length <= 60 && /^[\p{Lu}\d«"“]/u.test(last.trim()) ? owner(last) : null;
}

function owner(text: string): string | null {
  const cut = text.slice(0, 160);
  // A full stop ends it, save of an abbreviation or a legal form.
  let raw = cut;
  const end = over.exec(protectedStops(cut));
  if (end) raw = cut.slice(0, end.index + (/^[\p{L}\p{N})]{2}\./u.test(end[0]) ? 2 : 0));
  raw = raw.replace(
    /,(?! ?(?:inc|llc|ltd|limited|l\.?l\.?p|corp|co|s\.|lda|gmbh|plc|p\.?c|pllc|n\.a|a \p{L})\b)(?!.*(?:&| and )).*$/isu,
    '',
  );
  const name = trimmedName(
    raw.replace(/[\s,.;:–—-]+$/u, (tail) => (tail.startsWith('.') && formLast.test(` ${raw}`) ? '.' : '')),
  );
  if (
    name.length < 2 ||
    name.length > 90 ||
    nobody.test(name) ||
    /^the \p{Ll}/u.test(name) ||
    isGeneral(name)
  )
    return null;
  if (!/\p{L}{2}|\p{L}\d/u.test(name) || /@|^\p{L}?[\d ]+$/u.test(name)) return null;
  if (name.split(' ').length > 8 && !formLast.test(name)) return null;
  // Somebody's own page: a person, told by the reader of people.
  return isSomebody(name) && !/&/.test(name) ? null : name;
}

/** The same length, with the full stops of legal forms and abbreviations hidden. */
const protectedStops = (text: string): string =>
  text.replace(
    /\b(?:Inc|Ltd|Corp|Co|Pty|Pte|Pvt|Bhd|St|Mt|Dr|Mr|Mrs|Bros|Dept|Assn|Lda|Ltda|Intl|Mfg|S\.A|L\.L\.C|L\.P|B\.V|N\.V)\.(?=\s+(?:Ltd|LLC|Inc|Limited|KG|[&,]|\p{Lu}\p{Ll}+ (?:Ltd|Inc|LLC|Limited)))/giu,
    (found) => found.replace(/\./g, '_'),
  );
