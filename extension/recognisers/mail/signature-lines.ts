import { hasHandle } from './contact-line.ts';
import { isPersonName } from './person-name.ts';
import { isSender, namesSender, type Sender } from './sender.ts';
import { wordsFor } from './words.ts';

export type Line = { text: string; number: number };

/** Longest signature, in lines with text; and the longest line of one. */
const longest = 16;
const widest = 70;

const signOff = new RegExp(`^[\\s—–-]*(?:${wordsFor('signOffs')})[\\s,.!，。！、~-]*$`, 'iu');
/** Whom the mail speaks to, not who wrote it. */
const greeting = new RegExp(`^(?:${wordsFor('greetings')})(?![\\p{L}\\d]).{0,60}[,:!，：！–-]?$`, 'iu');
const delimiter = /^-- ?$/;
const rule = /^[\s]*(?:[-=_*~#＊＝─━═—＿◇◆☆★・]\s?){3,}$/u;
/** Legal text that companies put below every mail. */
const disclaimer =
  /^[\s*_]*(?:confidential|confidentiality|disclaimer|notice|important|privileged|legal notice|caution|this (?:e-?mail|message|communication|transmission)|the (?:information|contents|content) (?:contained |transmitted )?(?:in|of|is)|diese (?:e-?mail|nachricht)|der inhalt dieser|vertraulich|ce (?:message|courriel|mail)|este (?:mensaje|correo|e-?mail)|esta mensagem|questo messaggio|le informazioni contenute|dit bericht|deze e-?mail|denna? (?:e-?post|mejl)|denne (?:e-?mail|e-?post|mail)|tämä (?:viesti|sähköposti)|ta wiadomość|niniejsza wiadomość|tento e-?mail|bu (?:e-?posta|mesaj|ileti)|настоящее (?:сообщение|письмо)|это (?:сообщение|письмо)|本邮件|此邮件|本電子郵件|此郵件|本郵件|本メール|이 (?:메일|이메일|전자우편)|본 (?:메일|이메일|전자우편)|please consider the environment)/iu;
/** Names of attachments, which mail programs put below the text, and what is left of their icons. */
const attachment = /^\s*(?:<<[^<>]{1,200}>>|[-–]\s.{1,200}\.[a-z][a-z\d]{1,4}|\?)\s*$/i;
const sentence = /[.!?。！？]$/u;
const abbreviated = /\b(?:inc|corp|co|ltd|dept|st|ave|rd|ph|p|l|a|u\.s|s|k|g|e\.v|tel|fax|llp|n|b\.v)\.$/i;

/** Characters that show nothing, emphasis of plain text, and what is left of a hard space. */
const clean = (line: string): string =>
  line
    .replace(/[０-９（）－＋：＠]/g, (sign) => sign.normalize('NFKC'))
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/g, '')
    .replace(/^[>\s*_]+|[\s*_]+$|\s\?$/g, '')
    .trim();

/** The lines of the signature: below a delimiter, below the sign-off, from the sender's name on, or around a number. */
export function signatureLines(text: string, sender: Sender): Line[] | null {
  const every = text.split('\n');
  const legal = every.findIndex(
    (line, at) => at > 0 && every.length - at < 60 && disclaimer.test(line) && isLong(every, at),
  );
  const all = legal > 0 ? every.slice(0, legal) : every;
  const delimited = all.findLastIndex((line) => delimiter.test(line));
  const filled = linesOf(all, Math.max(0, delimited + 1));
  if (delimited >= 0 && filled.length > 0 && filled.length <= longest) return filled;
  const tail = filled.slice(-longest);
  let start = -1;
  for (const [index, line] of tail.entries()) {
    if (line.text.length > widest || greeting.test(line.text)) start = -1;
    else if (start < 0 && isSender(line.text, sender)) start = index;
    else if (start < 0 && isPersonName(line.text) && namesSender(line.text, sender)) start = index;
    else if (signOff.test(line.text) && index + 1 < tail.length) start = index + 1;
  }
  if (start < 0) start = contactBlock(tail);
  const found = start < 0 ? null : tail.slice(start);
  if (found?.some((line) => hasHandle(line.text))) return found;
  return blockInside(filled, sender) ?? found;
}

function linesOf(all: readonly string[], from: number): Line[] {
  const filled: Line[] = [];
  for (let number = from; number < all.length; number++) {
    const raw = all[number] ?? '';
    if (rule.test(raw) || attachment.test(raw)) continue;
    // A long attachment's name goes on in the next line.
    if (/^\s*[-–]\s/.test(raw) && /\.[a-z][a-z\d]{1,4}\s*$/i.test(all[number + 1] ?? '')) {
      number++;
      continue;
    }
    for (const piece of columns(clean(raw))) {
      const last = filled.at(-1);
      // "(415)" at a line's end belongs to the number in the next.
      if (
        last &&
        last.number === number - 1 &&
        /(?:\(\d{2,5}\)|\d{3}-)$/.test(last.text) &&
        /^\d/.test(piece)
      )
        last.text = `${last.text} ${piece}`;
      else if (piece) filled.push({ text: piece, number });
    }
  }
  return filled;
}

/** Columns of a table drawn with spaces, but never a label and its number. */
const columns = (line: string): string[] =>
  line.length <= 200 && /\S(?: {5,}|\t+)\S/.test(line) && !/^[^:：]{0,16}[:：]?(?: {5,}|\t+)[(+\d]/.test(line)
    ? line.split(/ {5,}|\t+/).map((piece) => piece.trim())
    : [line];

/** A paragraph, not a line: "Confidential" alone may be a word of the mail. */
const isLong = (lines: readonly string[], at: number): boolean =>
  lines.slice(at, at + 3).join(' ').length > 90;

const isShort = ({ text }: Line): boolean =>
  text.length <= widest && !(sentence.test(text) && !abbreviated.test(text));

/** Without a name to hold on to: a last block of short lines with a number or an address in it. */
function contactBlock(lines: readonly Line[]): number {
  let start = lines.length;
  let contacts = 0;
  while (start > 0) {
    const line = lines[start - 1];
    const below = lines[start];
    if (!line || !isShort(line) || (below && below.number - line.number > 2)) break;
    if (hasHandle(line.text)) contacts++;
    start--;
  }
  return contacts > 0 ? start : -1;
}

/**
 * A signature that more text follows: the last run of short lines that has a number or an address in it, below a
 * name or a sign-off.
 */
function blockInside(lines: readonly Line[], sender: Sender): Line[] | null {
  const tail = lines.slice(-400);
  let best: Line[] | null = null;
  let begin = -1;
  for (const [index, line] of tail.entries()) {
    const above = tail[index - 1];
    if (!isShort(line) || greeting.test(line.text) || (above && line.number - above.number > 3)) begin = -1;
    if (signOff.test(line.text)) begin = index + 1;
    else if (begin < 0 && isShort(line) && (isSender(line.text, sender) || isPersonName(line.text)))
      begin = index;
    if (begin < 0 || index - begin >= longest || !hasHandle(line.text)) continue;
    best = tail.slice(begin, endOfBlock(tail, index));
  }
  return best;
}

function endOfBlock(lines: readonly Line[], from: number): number {
  let end = from + 1;
  while (end < lines.length) {
    const line = lines[end];
    const above = lines[end - 1];
    if (!line || !above || !hasHandle(line.text) || line.number - above.number > 2 || !isShort(line)) break;
    end++;
  }
  return end;
}
