import { lineAt, type Passage } from '../corpus.ts';
import { beginOfName, trimmedName } from './extent.ts';
import { formBefore, formBehind, formFirst, isShortForm } from './legal-forms.ts';
import { isGeneral } from './words.ts';

export type Named = {
  name: string;
  confidence: number;
  /** The index of the line it stands in. */
  line: number;
  /** By what it was found, for who measures. */
  why: string;
};

const longest = 120;
/** Forms looked at in one passage. */
const mostTries = 100;
/** A form that is no abbreviation ends a sentence with its full stop. */
const fullStop = /((?:\p{Lu}{2,}|GmbH|mbH|Limited|Incorporated|Corporation|Company|ApS|SpA|plc))\.$/u;
const credits =
  /(?:(?:web ?)?sites?|design(?:ed)?|powered|develop(?:ed|ment)|created|hosted|hosting|built|maintained|programm(?:ed|ing)|realisation|réalisation|umsetzung|webdesign) (?:and (?:developed|hosted|maintained|design) )?(?:by|von|par|por)[: ]*$/iu;

/** Companies named with their legal form: "Acme Tools, Inc.", "Müller & Söhne GmbH & Co. KG", ООО «Ромашка». */
export function formedOf(passage: Passage): Named[] {
  const { text } = passage;
  const found: Named[] = [];
  let after = 0;
  let tries = 0;
  formBehind.lastIndex = 0;
  for (const match of text.matchAll(formBehind)) {
    if (match.index < after) continue;
    if (++tries > mostTries) break;
    const form = match[1] ?? '';
    const { line, from, index } = lineAt(passage, match.index);
    const start = match.index - from;
    // More of the form: "Pty Ltd", "Co KG".
    let end = start + match[0].length;
    for (
      let more = formFirst.exec(line.slice(end, end + 30));
      more;
      more = formFirst.exec(line.slice(end, end + 30))
    )
      end += more[0].length;
    after = from + end;
    const begin = beginOfName(line, start + (/[)»"”'’]/.test(line.charAt(start)) ? 1 : 0));
    const bare = trimmedName(line.slice(begin, start + 1).replace(/[ ,]+$/, ''));
    if (!isName(bare, form, line)) continue;
    // Whoever made the site is not whom it is about.
    if (credits.test(line.slice(0, begin))) continue;
    const raw = line.slice(begin, end);
    const name = trimmedName(raw.replace(/[\s,]+$/, '').replace(fullStop, '$1'));
    if (name.length > longest) continue;
    found.push({ name, confidence: isShortForm(form) ? 0.5 : 0.7, line: index, why: 'form' });
  }
  for (const match of text.matchAll(formBefore)) {
    const { line, from, index } = lineAt(passage, match.index);
    const start = match.index - from + match[0].length;
    const quoted = /^[«"“„]([^«»"“”„]{2,60})[»"”]/u.exec(line.slice(start, start + 70));
    const end = quoted ? start + quoted[0].length : start;
    if (quoted)
      found.push({
        name: line.slice(match.index - from, end).trim(),
        confidence: 0.75,
        line: index,
        why: 'form',
      });
  }
  return found;
}

function isName(bare: string, form: string, line: string): boolean {
  if (bare.length < 2 || !/\p{L}|\d/u.test(bare) || isGeneral(bare)) return false;
  // A short form in a line of capitals, or in an enumeration of them, is a word or an abbreviation.
  if (isShortForm(form) && (!/\p{Ll}/u.test(line) || /^(?:\p{Lu}{1,3}[ ,]*)+$/u.test(bare))) return false;
  // Small print in capitals: "BUT NOT LIMITED TO".
  if (/^LIMITED$/i.test(form) && line.length > 100 && !/\p{Ll}{3}/u.test(line)) return false;
  return !/^(?:a|an|any|no|non|each)\s|\s(?:not|be|is|are|any|only|very)$/i.test(bare);
}
