import type { Id } from '../../kit/id.ts';
import type { Member } from '../rows.ts';

type Named = Pick<Member, 'id' | 'name'>;

const plain = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Where the `@` stands and what follows it, of somebody who is being mentioned right before the caret. */
export function askedFor(text: string, caret: number): { from: number; query: string } | null {
  // Not the @ of an address.
  const match = /(?<![\w.+-])[@＠]([^\s@＠]{0,40})$/u.exec(text.slice(0, caret));
  return match ? { from: match.index, query: match[1] ?? '' } : null;
}

/** Those whose names, or words of them, begin so; somebody who is one's own self is not asked for. */
export function offered<M extends Named>(members: readonly M[], query: string, me: Id | null): M[] {
  const wanted = plain(query);
  const begins = (name: string) =>
    plain(name).startsWith(wanted) ||
    plain(name)
      .split(/\s+/u)
      .some((word) => word.startsWith(wanted)) ||
    (/\p{Script=Han}/u.test(wanted) && plain(name).includes(wanted));
  const found = members.filter(({ id, name }) => id !== me && begins(name));
  // Nothing is left to choose where the one name stands there whole: Enter saves.
  const isSaidWhole = found.length === 1 && found.every(({ name }) => plain(name) === wanted);
  return isSaidWhole ? [] : found.slice(0, 8);
}

/**
 * Who is mentioned in a text: `@` and a member's whole name. Read off the text itself, so that a draft, or somebody who
 * types the name to its end, mentions as well as a choice from the list.
 */
export function mentionsIn(text: string, members: readonly Named[]): Id[] {
  const found = new Set<Id>();
  const said = plain(text);
  for (const { index } of said.matchAll(/(?<![\w.+-])@/gu)) {
    const rest = said.slice(index + 1);
    const named = members.filter(({ name }) => name.trim() !== '' && isSaid(rest, plain(name)));
    const longest = Math.max(0, ...named.map(({ name }) => name.length));
    for (const { id, name } of named) if (name.length === longest) found.add(id);
  }
  return [...found];
}

/** A name of Latin letters ends where its letters end; Han goes on with the sentence. */
const isSaid = (rest: string, name: string): boolean =>
  rest.startsWith(name) &&
  !(/[\p{Script=Latin}\d]$/u.test(name) && /^[\p{Script=Latin}\d]/u.test(rest.slice(name.length)));
