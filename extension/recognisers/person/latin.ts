import type { Part } from './parts.ts';
import { cityBehind, isFamilyFirst, pick, placeWord } from './pick.ts';
import type { Mention, Sign } from './sign.ts';
import { stand } from './stand.ts';
import { suffixAt } from './suffix.ts';

/** Names in one row of words. */
const most = 40;

/** Endings of what is no name but where it is known for one. */
const wordShape =
  /(?:[^s]ings?|tions?|sions?|ments?|ness|ity|ities|[^r]ies|ances?|ences?|ships?|able|ible|ical|ular|wares?|ology|ics|ists?|ures?|ages?|ized?|ised?|ful|less|tive|sive|ual|ual?ly|ous|heit|keit|ung|ungen|schaft|ción|ções|ção|zione|zioni)$/iu;

/** All names of a row: "Ann Lee Bob Ray" is two. */
export function mentionsIn(part: Part, text: string, lead: number): Mention[] {
  const found: Mention[] = [];
  let from = 0;
  const picks: { from: number; to: number }[] = [];
  while (from < part.words.length && picks.length < most) {
    const picked = pick(part.words, from, text);
    if (!picked) break;
    picks.push(picked);
    from = picked.to;
  }
  const covered = picks.reduce((sum, one) => sum + one.to - one.from, 0);
  const isList = picks.length > 1 && covered === part.words.length;
  for (const picked of picks) {
    const mention = mentionOf(part, picked, text, lead, isList);
    if (mention) found.push(mention);
  }
  return found;
}

function mentionOf(
  { words: all, before, after }: Part,
  { from, to }: { from: number; to: number },
  text: string,
  lead: number,
  isList: boolean,
): Mention | null {
  const words = all.slice(from, to);
  const names = words.filter(({ kind }) => kind === 'name');
  const [first] = words;
  const last = names.at(-1);
  const firstName = names[0];
  if (!first || !last || !firstName) return null;
  const end = (words.at(-1)?.at ?? 0) + (words.at(-1)?.text.length ?? 0);
  const signs = new Set<Sign>();
  const add = (sign: Sign, is: boolean): void => void (is && signs.add(sign));
  const isInitialFirst = first.kind === 'initial';
  add('initialsFirst', isInitialFirst);
  add('initialLast', words.at(-1)?.kind === 'initial');
  add(
    'initial',
    words.some(({ kind }, at) => kind === 'initial' && at > 0 && at < words.length - 1),
  );
  add(firstName.known.ordinary ? 'givenOrdinary' : 'given', firstName.known.given && firstName === first);
  if (last !== firstName || isInitialFirst) {
    add(last.known.ordinary ? 'familyOrdinary' : 'family', last.known.family);
    add('familyGiven', last.known.given && !last.known.family);
  }
  // "Trần Thị Mai": the family's name first.
  const isTurned = names.length > 2 && isFamilyFirst(all, text);
  if (isTurned && names.some((one) => one !== firstName && one.known.given)) signs.add('given').add('family');
  add('three', names.length === 3);
  add('four', names.length > 3);
  add(
    'capitals',
    names.every((one) => one.text.length > 1 && one.text === one.text.toUpperCase()),
  );
  add('honorific', from === 0 && before === 'honorific');
  add('organisation', to === all.length && after === 'organisation');
  add(
    'place',
    words.some((one) => one.kind !== 'initial' && placeWord.test(one.text)) ||
      placeWord.test(all[to]?.text ?? '') ||
      (to === all.length && cityBehind.test(text.slice(end, end + 8))),
  );
  const isCut = from > 0 || to < all.length || before === 'common' || after === 'common';
  add(
    'longer',
    isCut &&
      !isList &&
      !cityBehind.test(text.slice((all.at(-1)?.at ?? 0) + (all.at(-1)?.text.length ?? 0)).slice(0, 8)),
  );
  add('listed', isList);
  add(
    'wordShape',
    [firstName, last].some((one) => !one.known.given && !one.known.family && wordShape.test(one.text)),
  );
  const suffix = to === all.length && !(after === 'title' || after === 'common') ? suffixAt(text, end) : '';
  add('suffix', suffix !== '');
  const raw = text.slice(first.at, end);
  const base = after === 'stop' && to === all.length && /\p{L}{3,}\.$/u.test(raw) ? raw.slice(0, -1) : raw;
  const name = `${base.replace(/['’]s$/u, '')}${/^,? (?:jr|sr|i{2,3}|iv)\b\.?/iu.exec(suffix)?.[0] ?? ''}`;
  const title = stand(text, { at: first.at, end: end + suffix.length, before, after, isCut, lead }, signs);
  return { name, first: firstName.text, last: last.text.replace(/['’]s$/u, ''), at: first.at, title, signs };
}
