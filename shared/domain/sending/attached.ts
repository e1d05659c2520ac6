import { attachedWords } from './attached-words.ts';

/** Longer mails than this are looked at up to here: what is sent must not wait. */
const read = 20_000;
const link = /(?:https?:\/\/|www\.)\S+/giu;

/** The words by which a newly written text says that a file comes along; null where it says nothing of the kind. */
export function saysAttached(written: string): string | null {
  const text = written.slice(0, read).replace(link, ' ');
  for (const { says, not } of Object.values(attachedWords)) {
    const told = not ? text.replace(not, ' ') : text;
    const [match] = told.match(says) ?? [];
    if (match) return match.trim();
  }
  return null;
}
