import type { Claim } from '../../../shared/domain/automatic/automatic.ts';
import { wordsFor } from './words.ts';

const leave = new RegExp(`(?:^|[^\\p{L}])(?:${wordsFor('leave')})`, 'iu');
const machine = new RegExp(wordsFor('machine'), 'iu');
/** Ways out of a list that programs for mass mail write into their links. */
const leaveLink =
  /unsubscri|opt[-_]?out|list-manage\.com|\/preferences\b|abmeld|desabonn|desinscri|cancelar-suscri|disiscri|uitschrijv|avregistr/i;
/** Lists whose mails people write: their footers tell how to leave too. */
const discussion = /googlegroups\.com|groups\.io|\/listinfo|mailman|listserv|\+unsubscribe@/i;
const quoted = 'blockquote, .gmail_quote, .yahoo_quoted';
/** Footers stand at the end; a warning not to answer, at either end. */
const mostLinks = 60;
const lastLines = 20;

/** What a mail says of itself, by its links and its text; null where a person could have written it. */
export function claimOf(body: Element, text: string): Claim | null {
  const links = [...body.querySelectorAll('a[href]')].slice(-mostLinks);
  for (const link of links) {
    const address = (link.getAttribute('href') ?? '').slice(0, 2_000);
    if (!/^(?:https?|mailto):/i.test(address) || discussion.test(address)) continue;
    const label = (link.textContent ?? '').slice(0, 200);
    if ((leave.test(label) || leaveLink.test(address)) && !link.closest(quoted)) return 'leave';
  }
  return claimOfText(text);
}

/** Of a mail that is plain text: a way out with an address beside it, or a word that nobody reads the answer. */
export function claimOfText(text: string): Claim | null {
  if (discussion.test(text.slice(-4_000))) return null;
  const lines = text
    .slice(0, 4_000)
    .split('\n')
    .slice(0, 4)
    .concat(text.slice(-8_000).split('\n').slice(-lastLines));
  const own = lines.filter((line) => line.length < 400 && !/^\s*>/.test(line));
  for (const [at, line] of own.entries()) {
    const near = `${line} ${own[at + 1] ?? ''}`;
    if (leave.test(line) && /https?:\/\/|mailto:/i.test(near)) return 'leave';
    if (machine.test(line)) return 'machine';
  }
  return null;
}
