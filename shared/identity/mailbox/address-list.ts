import { emailParts } from '../email.ts';
import { honestName, type NameDoubt, nameDoubt } from './display-name.ts';
import { type Decode, decodeWords } from './encoded-word.ts';
import { type Token, tokensOf } from './tokens.ts';

/** One mailbox of an address header. `doubt`: its name must not be believed. */
export type Mailbox = { name: string | null; email: string; group: string | null; doubt: NameDoubt | null };

/** More nobody writes to by hand; the rest of a longer list is not read. */
const most = 1_000;

/**
 * The mailboxes of an address header (RFC 5322 3.4, with its obsolete forms, RFC 6531 letters, RFC 2047 words): quoted
 * commas, groups, comments, routes. Every character is looked at once. An entry without an address is left out;
 * a name never becomes an address, whatever stands in it.
 */
export function readAddresses(header: string, decode: Decode): Mailbox[] {
  const found: Mailbox[] = [];
  let group: string | null = null;
  let entry: Token[] = [];
  let inside = false;
  const finish = (): void => {
    const mailbox = mailboxOf(entry, group, decode);
    if (mailbox && found.length < most) found.push(mailbox);
    entry = [];
    inside = false;
  };
  for (const token of tokensOf(header)) {
    const sign = token.kind === 'sign' ? token.text : null;
    if (sign === '<') inside = true;
    if (sign === '>') inside = false;
    // Within angle brackets these belong to an obsolete route; an unclosed bracket ends with its entry.
    if (sign === ',' && !(inside && isRoute(entry))) finish();
    else if (sign === ';') {
      finish();
      group = null;
    } else if (sign === ':' && !inside && !entry.some(isAt)) {
      group = wordsOf(entry, decode) ?? '';
      entry = [];
    } else entry.push(token);
  }
  finish();
  return found;
}

const isSign = (token: Token | undefined, text: string): boolean =>
  token?.kind === 'sign' && token.text === text;
const isAt = (token: Token): boolean => isSign(token, '@');
/** `<@relay.org,@other.org:ada@acme.com>` begins with a sign. */
const isRoute = (entry: readonly Token[]): boolean =>
  isSign(entry[entry.findIndex((token) => isSign(token, '<')) + 1], '@');

function mailboxOf(entry: readonly Token[], group: string | null, decode: Decode): Mailbox | null {
  const opens = entry.findLastIndex((token) => isSign(token, '<'));
  const closes = entry.findIndex((token, at) => at > opens && isSign(token, '>'));
  const bracketed = opens < 0 ? entry : entry.slice(opens + 1, closes < 0 ? undefined : closes);
  const route = bracketed.findLastIndex((token) => isSign(token, ':'));
  const email = addressOf(bracketed.slice(route + 1));
  if (!email) return null;
  // Without brackets the name can only stand in a comment, as mail was written before RFC 822.
  const raw = opens < 0 ? commentOf(entry, decode) : wordsOf(entry.slice(0, opens), decode);
  const written = raw?.slice(0, 500) ?? null;
  return { name: honestName(written, email), email, group, doubt: nameDoubt(written, email) };
}

/** The addr-spec that the tokens spell; spaces and comments may stand around its dots and sign (RFC 5322 4.4). */
function addressOf(tokens: readonly Token[]): string | null {
  let text = '';
  for (const token of tokens) {
    if (token.kind === 'comment') continue;
    // Two words side by side are no address: "Ada ada@acme.com".
    if (token.kind !== 'sign' && token.spaced && text !== '' && !/[.@]$/.test(text)) return null;
    if (token.kind === 'quoted') text += `"${token.text.replace(/["\\]/g, '\\$&')}"`;
    else if (token.kind === 'literal') text += `[${token.text}]`;
    else text += token.text;
    if (text.length > 400) return null;
  }
  return emailParts(text) ? text : null;
}

function wordsOf(tokens: readonly Token[], decode: Decode): string | null {
  let text = '';
  for (const token of tokens) {
    if (token.kind === 'comment') continue;
    text += `${token.spaced && text ? ' ' : ''}${token.text}`;
  }
  return decodeWords(text, decode).trim() || null;
}

function commentOf(tokens: readonly Token[], decode: Decode): string | null {
  const comment = tokens.findLast((token) => token.kind === 'comment');
  return comment ? decodeWords(comment.text, decode).trim() || null : null;
}
