import {
  type Kept,
  longestSentence,
  longestWhat,
  mostPromised,
  type Promised,
  type PromiseKind,
  type PromiseTalk,
} from './kinds.ts';
import type { Act, PromiseLanguage, Way } from './language.ts';
import { chinese } from './languages/chinese.ts';
import { english } from './languages/english.ts';
import { isLesser } from './lesser.ts';
import { sentencesOf } from './sentences.ts';

const ours: readonly PromiseLanguage[] = [chinese, english];

/** What a mail's newly written text says of promises; at most one a sentence, the first few of a mail. */
export function findPromises(text: string, languages = ours): PromiseTalk {
  const made: Promised[] = [];
  const kept: Kept[] = [];
  const pending: Kept[] = [];
  for (const sentence of sentencesOf(text)) {
    if (sentence.length > longestSentence) continue;
    const promised = made.length < mostPromised ? promisedIn(sentence, languages) : null;
    if (promised && !made.some(({ what, by }) => what === promised.what && by === promised.by))
      made.push(promised);
    const done =
      (!promised || promised.onlyDated) && kept.length < mostPromised ? keptIn(sentence, languages) : null;
    if (done) kept.push(done);
    if (pending.length < mostPromised) pending.push(...pendingIn(sentence, languages).slice(0, 1));
  }
  return { made, kept, ...(pending.length > 0 && { pending }) };
}

const kindsIn = (text: string, nouns: PromiseLanguage['nouns']): PromiseKind[] =>
  nouns.flatMap(([kind, words]) => (words.test(text) ? [kind] : []));

function keptIn(sentence: string, languages: readonly PromiseLanguage[]): Kept | null {
  for (const { spoken, done, undone, nouns, clauseEnd } of languages) {
    const found = spoken.test(sentence) && !undone.test(sentence) ? done.exec(sentence) : null;
    if (!found) continue;
    // What is said after it is done speaks of something else: "the invoice is attached, the deck ...".
    const rest = sentence.slice(found.index + found[0].length);
    const end = clauseEnd.exec(rest)?.index ?? rest.length;
    const said = sentence.slice(0, sentence.length - rest.length + end);
    return { kinds: kindsIn(said, nouns), sentence: said };
  }
  return null;
}

function pendingIn(sentence: string, languages: readonly PromiseLanguage[]): Kept[] {
  return languages.flatMap(({ spoken, done, pending, nouns, clauseEnd }): Kept[] => {
    if (!pending || !spoken.test(sentence) || !(pending.test(sentence) || isLesser(sentence))) return [];
    return sentence
      .split(new RegExp(clauseEnd, `g${clauseEnd.flags}`))
      .filter((part) => part && (isLesser(part) || (pending.test(part) && !done.test(part))))
      .map((part) => ({ kinds: kindsIn(part, nouns), sentence: part.trim() }));
  });
}

function promisedIn(sentence: string, languages: readonly PromiseLanguage[]): Promised | null {
  for (const language of languages) {
    if (!language.spoken.test(sentence)) continue;
    const plain = language.harmless
      ? sentence.replace(language.harmless, (each) => ' '.repeat(each.length))
      : sentence;
    if (language.never.test(plain)) continue;
    const isQuestion = language.question.test(plain);
    for (const way of language.ways) {
      if (isQuestion && !way.asks) continue;
      if (way.lead && !way.lead.test(sentence)) continue;
      const match = way.pattern.exec(sentence);
      if (match) return promiseOf(sentence, language, way, match);
    }
  }
  return null;
}

type Matched = { text: string; from: number };

function actOf(sentence: string, { lead, pattern }: Way, match: RegExpExecArray): Matched {
  const text = match.groups?.act ?? '';
  if (lead) return { text, from: match.index + match[0].length - text.length };
  // To be told where its parts stand makes a pattern slow: that is asked of those alone that fit.
  const told = new RegExp(pattern, `d${pattern.flags}`).exec(sentence);
  return { text, from: told?.indices?.groups?.act?.[0] ?? match.index };
}

function promiseOf(
  sentence: string,
  language: PromiseLanguage,
  way: Way,
  match: RegExpExecArray,
): Promised | null {
  const act = actOf(sentence, way, match);
  const does = way.act ?? language.acts.find(([, words]) => words.test(act.text))?.[0];
  if (!does) return null;
  const clause = clauseAround(sentence, language, act, match.index);
  const kind = kindOf(does, sentence, clause, act, language.nouns);
  return {
    by: way.by,
    kind,
    what: titleOf(sentence, language, { ...act, says: way.says ?? '*' }, clause, kind),
    sentence,
    clause,
    onlyDated: way.onlyDated === true || isManner(does, kind, way.by),
    confidence: way.confidence,
  };
}

/** "Please advise", "I'll take care of it": without a day that is how people write, and nothing to be kept to. */
const isManner = (act: Act, kind: PromiseKind, by: Way['by']): boolean =>
  (act === 'do' && kind !== 'payment') ||
  (act === 'make' && kind === 'other') ||
  (kind === 'answer' && by === 'reader');

function clauseAround(
  sentence: string,
  language: PromiseLanguage,
  { from }: Matched,
  begins: number,
): Promised['clause'] {
  const rest = language.clauseEnd.exec(sentence.slice(from));
  const end = rest ? from + rest.index : sentence.length;
  if (!language.clauseStart) {
    if (language.day?.test(sentence.slice(from, end))) return { start: from, end };
    const start = Math.min(begins, from);
    return { start: language.deadline?.exec(sentence.slice(0, start))?.index ?? start, end };
  }
  let start = 0;
  for (const { index, 0: mark } of sentence.slice(0, from).matchAll(language.clauseStart))
    start = index + mark.length;
  return { start, end };
}

/** What is sent or made says of which kind it is: what stands nearest behind the act, else in its clause, else before. */
function kindOf(
  act: Act,
  sentence: string,
  { start, end }: Promised['clause'],
  { from }: Matched,
  nouns: PromiseLanguage['nouns'],
): PromiseKind {
  if (act !== 'send' && act !== 'make' && act !== 'do') return act;
  // Minutes of a meeting are no meeting; a meeting that is arranged is.
  const named = nouns.filter(([kind]) => act === 'do' || (kind !== 'meeting' && kind !== 'call'));
  const inside = firstNoun(sentence.slice(from, end), named) ?? firstNoun(sentence.slice(start, from), named);
  return inside ?? (act === 'send' ? (firstNoun(sentence.slice(0, start), named) ?? 'document') : 'other');
}

function firstNoun(text: string, nouns: PromiseLanguage['nouns']): PromiseKind | null {
  let best: { kind: PromiseKind; index: number } | null = null;
  for (const [kind, pattern] of nouns) {
    const index = text.search(pattern);
    if (index >= 0 && (!best || index < best.index)) best = { kind, index };
  }
  return best?.kind ?? null;
}

function titleOf(
  sentence: string,
  { title, titleEnd, titleLess, pronouns, titles, nouns }: PromiseLanguage,
  act: Matched & { says: string },
  { start, end }: Promised['clause'],
  kind: PromiseKind,
): string {
  if (title === 'act-and-noun') {
    const noun = nouns.find(([each]) => each === kind)?.[1];
    const named = noun ? (noun.exec(sentence.slice(start, end)) ?? noun.exec(sentence))?.[0] : undefined;
    const bare = act.text.replace(titleLess, '');
    const verb = (named ? null : titles.find(([words]) => words.test(bare))?.[1]) ?? bare;
    return (named && !verb.includes(named) ? verb + named : verb).slice(0, longestWhat);
  }
  const rest = sentence.slice(act.from + act.text.length, end).replace(titleLess, ' ');
  const cut = titleEnd.exec(rest);
  const words = `${act.says.replace('*', act.text)} ${cut ? rest.slice(0, cut.index) : rest}`.replace(
    /[{}]/g,
    ' ',
  );
  return (pronouns ? words.replace(pronouns, '{$&}') : words)
    .replace(/\s+/gu, ' ')
    .replace(/[\s,;:.!?–-]+$/u, '')
    .slice(0, longestWhat);
}
