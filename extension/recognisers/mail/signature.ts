import { bareName, isPersonName } from '../names.ts';
import { type Handles, type Told, takeHandles } from './contact-line.ts';
import { isTitle, type Role, readRole } from './role.ts';
import { isSender, namesSender, type Sender, senderOf } from './sender.ts';
import { type Line, signatureLines } from './signature-lines.ts';
import { wordsFor } from './words.ts';

export type { Told } from './contact-line.ts';

/** What a signature tells of the sender, each value with how sure it is (0 to 1). */
export type Signature = Handles & Role & { name: Told | null; address: Told | null };

const streets =
  /(?:\b\d{1,6}(?:st|nd|rd|th)?\s+[\p{Lu}\d][\p{L}\d.' ]{1,60}\s(?:street|st|avenue|ave|road|rd|boulevard|blvd|lane|ln|drive|dr|way|court|ct|plaza|square|sq|parkway|pkwy|place|pl|suite|ste|floor|highway|hwy)\b|\b(?:p\.?\s?o\.?\s?box|suite|floor)\s+\d|\b[\p{L}-]{1,40}(?:straße|strasse|str\.|allee|weg|platz|gasse|gatan|vägen|gade|vej|katu|tie|straat|laan|utca)\s*\d|\b(?:rue|avenue|boulevard|calle|via|viale|piazza|rua|ul\.|ulica|улица|ул\.|вул\.|οδός)\s+\p{L}|,\s*[A-Z]{2}\.?\s+\d{5}|\b\d{4,5}\s+\p{Lu}\p{Ll}{2,}|\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b|[\p{Script=Han}]{1,6}(?:省|市|区|區|县|縣|路|街|號|号|樓|楼|室|都|道|府|町|丁目|番地)|〒\s*\d|\p{Script=Hangul}{1,6}(?:시|구|로|길|동) ?\d?)/iu;
const addressLabel = new RegExp(`^(?:${wordsFor('address')})\\s*[:：]\\s*`, 'iu');
/** What a writer puts behind the name: "王小明 敬上", "김철수 드림", "山田太郎（やまだ たろう）". */
const behindName =
  /\s*(?:敬上|谨上|謹上|拜上|上|拝|드림|올림|배상|[（(][\p{Script=Hiragana}\p{Script=Katakana}A-Za-z\s]{2,30}[)）])$/u;
const beforeName = /^\s*(?:[-–—―─~]{1,3}|\/)\s*/u;

/**
 * Reads the signature in a mail's own text.
 * @param from the sender as the header has it: `Ada Byron <ada@acme.com>`, or any part of that
 */
export function readSignature(text: string, from: string): Signature | null {
  const sender = senderOf(from);
  const lines = signatureLines(text, sender);
  if (!lines) return null;
  const told: Signature = {
    name: null,
    title: null,
    organisation: null,
    phones: [],
    emails: [],
    links: [],
    address: null,
  };
  const address: string[] = [];
  for (const [index, line] of lines.entries()) readLine(line, index, told, address, sender);
  if (address.length > 0) told.address = { value: address.join(', '), confidence: 0.7 };
  return told.name || told.title || told.organisation || told.phones.length || told.emails.length
    ? told
    : null;
}

function readLine({ text }: Line, index: number, told: Signature, address: string[], sender: Sender): void {
  const labelled = addressLabel.exec(text);
  if (labelled) {
    address.push(text.slice(labelled[0].length));
    return;
  }
  const rest = takeHandles(text, told);
  if (!rest) return;
  const after = index < 6 ? takeName(rest, index, told, sender) : rest;
  if (!after) return;
  if (streets.test(after)) address.push(after);
  else readRole(after, told, index);
}

/** Takes the writer's name out of a line; gives what is left of it. */
function takeName(line: string, index: number, told: Signature, sender: Sender): string {
  const known = told.name?.value;
  // A short form below the last line of the text gives way to the whole name below it.
  if (known && !isFuller(bareName(line), known)) return bareName(line) === known ? '' : line;
  const bare = line.replace(beforeName, '').replace(behindName, '');
  const whole = nameOf(bare, index, sender);
  if (whole) {
    told.name = { value: whole, confidence: namesSender(whole, sender) ? 0.95 : 0.6 };
    return '';
  }
  const [name = '', ...rest] = bare.split(/\s*[|·•│｜/,，、]\s*|\s+[-–—]\s+|\s{2,}/u);
  const first = rest.length > 0 && nameOf(name, 1, sender);
  if (first && (namesSender(first, sender) || rest.some(isTitle))) {
    told.name = { value: first, confidence: namesSender(first, sender) ? 0.9 : 0.6 };
    return rest.join(' | ');
  }
  return takeEastern(bare, told, sender);
}

/** "Scott F. Griffin" for "Scott Griffin" or "Scott". */
function isFuller(line: string, known: string): boolean {
  if (line.length <= known.length || line.length > 60 || isEastern(known)) return false;
  const words = new Set(line.toLowerCase().split(/[\s.]+/));
  return (
    known
      .toLowerCase()
      .split(/[\s.]+/)
      .every((word) => words.has(word)) && isPersonName(line)
  );
}

const isEastern = (text: string): boolean =>
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text);

/** Name and title beside each other: "销售总监 王小明", "김철수 부장", "営業部長　山田太郎". */
function takeEastern(line: string, told: Signature, sender: Sender): string {
  if (!isEastern(line) || line.length > 40) return line;
  const words = line.split(/[\s　]+/u);
  if (words.length < 2 || words.length > 5) return line;
  for (let size = Math.min(2, words.length - 1); size > 0; size--) {
    for (const at of [0, words.length - size]) {
      const name = words.slice(at, at + size).join(' ');
      const others = words.filter((_, place) => place < at || place >= at + size).join(' ');
      const isKnown = isSender(name, sender);
      if (!isKnown && !(isPersonName(name) && isTitle(others))) continue;
      told.name = { value: name, confidence: isKnown ? 0.95 : 0.6 };
      return others;
    }
  }
  return line;
}

function nameOf(text: string, index: number, sender: Sender): string | null {
  if (isPersonName(text) || isSender(bareName(text), sender)) return bareName(text);
  // The first line below a sign-off is a name, known or not, where its words are those of one and of nothing else.
  const isTop = index === 0 && /^\p{Lu}\p{Ll}+(?: \p{Lu}\.?)?(?: \p{Lu}[\p{L}’'-]+){1,2}$/u.test(text);
  return isTop && !isTitle(text) ? text : null;
}
