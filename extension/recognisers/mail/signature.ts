import { bareName, isPersonName } from '../names.ts';
import { findPhones } from '../phones.ts';
import {
  hanOrganisationPattern,
  hanTitlePattern,
  legalFormPattern,
  organisationPattern,
  titlePattern,
} from '../words.ts';
import { wordsFor } from './words.ts';

/** What a signature tells of the sender, each value with how sure it is (0 to 1). */
export type Signature = {
  name: Told | null;
  title: Told | null;
  organisation: Told | null;
  phones: (Told & { fax: boolean })[];
  emails: Told[];
  links: Told[];
  address: Told | null;
  /** Where it begins in the text, as a line number. */
  line: number;
};
export type Told = { value: string; confidence: number };

const signOffs = new RegExp(`^[\\s-]*(?:${wordsFor('signOffs')})[\\s,.!，。！~-]*$`, 'iu');

/** Longest signature, in lines with text. */
const longest = 16;

const emailPattern = /[\p{L}\d._%+'-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/giu;
const linkPattern = /(?:https?:\/\/|www\.)[^\s<>"')\]]+/giu;
const addressPattern =
  /(?:\b\d{1,6}(?:st|nd|rd|th)?\s+[\p{Lu}\d][\p{L}\d.' ]+(?:street|st|avenue|ave|road|rd|boulevard|blvd|lane|ln|drive|dr|way|court|ct|plaza|square|sq|parkway|pkwy|place|pl|suite|ste|floor|highway|hwy)\b|\b(?:p\.?\s?o\.?\s?box|suite|floor)\s+\d|\b[\p{L}-]*(?:straße|strasse|str\.|allee|weg|platz|gasse)\s*\d|\b(?:rue|avenue|boulevard|calle|via|viale|piazza|rua)\s+\p{L}|,\s*[A-Z]{2}\.?\s+\d{5}|\b\d{4,5}\s+\p{Lu}\p{Ll}{2,}|\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b|[\p{Script=Han}]{1,6}(?:省|市|区|區|县|縣|路|街|號|号|樓|楼|室))/iu;

/** Legal text that companies put below every mail. */
const disclaimer =
  /^[\s*_]*(?:confidential|confidentiality|disclaimer|notice|important|privileged|legal notice|caution|this (?:e-?mail|message|communication|transmission)|the (?:information|contents|content) (?:contained |transmitted )?(?:in|of|is)|diese (?:e-?mail|nachricht)|vertraulich|ce (?:message|courriel)|este (?:mensaje|correo|e-?mail)|questo messaggio|dit bericht|本邮件|此邮件|本電子郵件|此郵件|本郵件|please consider the environment)/iu;

/** Names of attachments, which mail programs put below the text, and what is left of their icons. */
const attachment = /^\s*(?:<<[^<>]{1,200}>>|[-–]\s.{1,200}\.[a-z][a-z\d]{1,4}|\?)\s*$/i;
/** Whom the mail speaks to, not who wrote it. */
const greeting =
  /^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|hallo|liebe|lieber|bonjour|cher|chère|hola|ciao|to)\b.{0,60}[,:!–-]?$/iu;

type Line = { text: string; number: number };

/**
 * Reads the signature at the end of newly written text (`newText` first).
 * @param from the sender as the header has it: `Ada Byron <ada@acme.com>`, or any part of that
 */
export function readSignature(text: string, from: string): Signature | null {
  const lines = signatureLines(text, from);
  if (!lines) return null;
  const sender = senderName(from);
  const told: Signature = {
    name: null,
    title: null,
    organisation: null,
    phones: [],
    emails: [],
    links: [],
    address: null,
    line: lines[0]?.number ?? 0,
  };
  const address: string[] = [];
  for (const [index, line] of lines.entries()) {
    const rest = takeHandles(line.text, told);
    if (!rest) continue;
    const isFuller =
      told.name && !told.name.value.includes(' ') && sharesWord(told.name.value, wordsOf(rest));
    if ((!told.name || isFuller) && index < 6 && isSenderOrName(rest, sender)) {
      told.name = { value: bareName(rest), confidence: sharesWord(rest, sender) ? 0.95 : 0.6 };
    } else if (addressPattern.test(rest)) address.push(rest);
    else readRole(rest, told, index);
  }
  if (address.length > 0) told.address = { value: address.join(', '), confidence: 0.7 };
  return told.name || told.title || told.organisation || told.phones.length || told.emails.length
    ? told
    : null;
}

/** Takes e-mails, links and phones out of a line; gives what is left of it. */
function takeHandles(line: string, told: Signature): string {
  let rest = line;
  for (const match of line.match(emailPattern) ?? []) {
    told.emails.push({ value: match.replace(/^mailto:/i, ''), confidence: 0.95 });
    rest = rest.replace(match, ' ');
  }
  for (const match of rest.match(linkPattern) ?? []) {
    told.links.push({ value: match.replace(/[.,;]+$/, ''), confidence: 0.9 });
    rest = rest.replace(match, ' ');
  }
  for (const phone of findPhones(rest)) {
    told.phones.push({ value: phone.text, fax: phone.fax, confidence: Math.max(phone.confidence, 0.8) });
  }
  for (const phone of told.phones) rest = rest.replace(phone.value, ' ');
  if (rest === line) return line;
  // What is left beside a number is mostly its label.
  rest = rest
    .replace(
      /(?:^|[\s|,;/(])(?:e-?mail|mail|e:mail|tele?|telephone|telefon|phone|ph|fax|fx|facsimile|mobile|mobil|mob|cell|cellular|wireless|pager|office|direct|work|home|main|web|www|url|ext\.?\s*\d*|x\d+|[ptmfewco])\s*[:.\-–)#]*(?=$|[\s|,;/(])/giu,
      ' ',
    )
    .replace(/[\s|,;:/()<>[\]•·*–-]+$/u, '')
    .replace(/^[\s|,;:/()<>[\]•·*–-]+/u, '')
    .trim();
  return /\p{L}{2}/u.test(rest) ? rest : '';
}

/** Title and organisation, also when one line holds both: "Senior Counsel, ENA", "CTO at Acme", "CTO | Acme Ltd". */
function readRole(line: string, told: Signature, index: number): void {
  const parts = line.split(/\s+[|·•]\s+|\s+(?:at|bei|chez|@)\s+|\s+[–—]\s+/u);
  if (parts.length === 1 && isTitle(line) && !legalFormPattern.test(line)) {
    const cut = /^([^,]+),\s*([^,]+)$/.exec(line);
    if (cut?.[1] && cut[2] && !isTitle(cut[2]) && cut[2].split(' ').length <= 5)
      parts.splice(0, 1, cut[1], cut[2]);
  }
  for (const part of parts) {
    const text = part.trim().replace(/[,;]$/, '');
    if (!text || text.length > 90) continue;
    const isOrganisation = organisationPattern.test(text) || hanOrganisationPattern.test(text);
    const guessed = told.organisation && told.organisation.confidence < 0.5 ? told.organisation : null;
    if (
      (!told.organisation || guessed) &&
      isOrganisation &&
      (!isTitle(text) || legalFormPattern.test(text))
    ) {
      // A plain line above the company's own says what the person does there: "Head Grower", "Acme Ltd".
      if (guessed && !told.title) told.title = { value: guessed.value, confidence: 0.5 };
      told.organisation = { value: text, confidence: 0.85 };
    } else if (!told.title && isTitle(text)) told.title = { value: text, confidence: 0.8 };
    else if (!told.organisation && isOrganisation) told.organisation = { value: text, confidence: 0.7 };
    // A short capitalised line between name and number is the company as often as not.
    else if (!told.organisation && index > 0 && index < 5 && isPlainCapital(text) && !isTitle(text)) {
      told.organisation = { value: text, confidence: 0.45 };
    }
  }
}

/** Capitals throughout, and no room number: "Deloitte & Touche", not "EB3889" or "You can reach me". */
const isPlainCapital = (text: string): boolean =>
  /^\p{Lu}[^.!?:]{1,50}$/u.test(text) &&
  !/\d{3}/.test(text) &&
  !/\s\p{Ll}{3,}/u.test(text.replace(/\s(?:and|for|the|und)\s/g, ' '));

const isTitle = (text: string): boolean => titlePattern.test(text) || hanTitlePattern.test(text);

/** The lines of the signature: below a delimiter, below the sign-off, or from the sender's name on. */
function signatureLines(text: string, from: string): Line[] | null {
  const every = text.split('\n');
  const legal = every.findIndex(
    (line, at) => at > 0 && every.length - at < 40 && disclaimer.test(line) && isLong(every, at),
  );
  const all = legal > 0 ? every.slice(0, legal) : every;
  const filled: Line[] = [];
  for (let number = all.length - 1; number >= 0 && filled.length < longest; number--) {
    const line = (all[number] ?? '').replace(/^[>\s*_]+|[\s*_]+$/g, '');
    if (/^-- ?$/.test(all[number] ?? '')) return filled.length ? filled.reverse() : null;
    if (line && !/^[-=_*~#]{3,}$/.test(line) && !attachment.test(all[number] ?? ''))
      filled.push({ text: line, number });
  }
  filled.reverse();
  const sender = senderName(from);
  let start = -1;
  for (const [index, line] of filled.entries()) {
    if (line.text.length > 70 || greeting.test(line.text)) start = -1;
    else if (start < 0 && isSenderOrName(line.text, sender) && sharesWord(line.text, sender)) start = index;
    else if (signOffs.test(line.text) && index + 1 < filled.length) start = index + 1;
  }
  if (start < 0) start = contactBlock(filled);
  return start < 0 ? null : filled.slice(start);
}

/** A paragraph, not a line: "Confidential" alone may be a word of the mail. */
const isLong = (lines: readonly string[], at: number): boolean =>
  lines.slice(at, at + 3).join(' ').length > 90;

/** Without a name to hold on to: a last block of short lines with a number or an address in it. */
function contactBlock(lines: readonly Line[]): number {
  let start = lines.length;
  let contacts = 0;
  while (start > 0) {
    const line = lines[start - 1];
    const below = lines[start];
    if (
      !line ||
      line.text.length > 70 ||
      /[.!?]$/.test(line.text.replace(/\b(?:inc|corp|co|ltd|dept|st|ph)\.$/i, ''))
    )
      break;
    if (below && below.number - line.number > 2) break;
    if (findPhones(line.text).length > 0 || line.text.includes('@')) contacts++;
    start--;
  }
  return contacts > 0 ? start : -1;
}

const wordsOf = (text: string): Set<string> => new Set(text.toLowerCase().match(/\p{L}{2,}/gu) ?? []);

/** Words of the sender's name, in either order: `Byron, Ada`, `"Ada Byron" <…>`, or of the address itself. */
function senderName(from: string): Set<string> {
  const name = from.replace(/<[^>]*>?/g, ' ').replace(/\([^)]*\)/g, ' ');
  const source = /\p{L}{2}/u.test(name)
    ? name.replace(/@.*/, '')
    : from.replace(/[<>]/g, '').replace(/@.*/, '');
  return new Set(source.toLowerCase().match(/\p{L}{2,}/gu) ?? []);
}

const sharesWord = (text: string, sender: ReadonlySet<string>): boolean =>
  (text.toLowerCase().match(/\p{L}{2,}/gu) ?? []).some((word) => sender.has(word)) ||
  [...sender].some((word) => /^\p{Script=Han}{2,4}$/u.test(word) && text.includes(word));

function isSenderOrName(text: string, sender: ReadonlySet<string>): boolean {
  if (isPersonName(text)) return true;
  const words =
    bareName(text)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  return (
    words.length > 0 && words.length <= 4 && words.every((word) => word.length === 1 || sender.has(word))
  );
}
