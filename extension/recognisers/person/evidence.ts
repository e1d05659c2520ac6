import type { Sign } from './mentions.ts';

/** What the page around a mention says of it. */
export type PageSign =
  | 'heading'
  | 'link'
  | 'titleBelow'
  | 'titleAbove'
  | 'column'
  | 'columnSome'
  | 'columnFew'
  | 'repeated'
  | 'givenAlone'
  | 'familyHonoured'
  | 'smallWord'
  | 'brand'
  | 'afterProse';

export type Evidence = ReadonlySet<Sign | PageSign>;

/** Logarithms of the odds that each sign adds; learned from pages whose people are known, rounded, and none against its sense. */
export const weights: Record<Sign | PageSign | 'none', number> = {
  none: -3.8,
  given: 3,
  givenOrdinary: 2.3,
  family: 1.2,
  familyOrdinary: 0.5,
  familyGiven: 0.4,
  initial: 0.7,
  initialsFirst: 1.6,
  initialLast: -0.2,
  three: -0.7,
  four: -0.9,
  capitals: -0.7,
  whole: 0.9,
  head: 1,
  tail: 0.4,
  prose: 0,
  attributed: 1.7,
  by: 2.1,
  label: 1.9,
  honorific: 1.3,
  suffix: 0.3,
  titleBeside: 1.1,
  longer: -1.5,
  organisation: -1.8,
  place: -2.6,
  number: -1.3,
  eastern: 0,
  short: 0,
  polite: 2.2,
  acts: 1.1,
  listed: 0,
  wordShape: -1.3,
  located: 1.6,
  afterProse: 0.8,
  heading: 0.1,
  link: -1.3,
  titleBelow: 1.5,
  titleAbove: 1.1,
  column: 1.9,
  columnSome: 1.1,
  columnFew: -0.7,
  repeated: 0.1,
  givenAlone: 1,
  familyHonoured: 1.5,
  smallWord: -1.8,
  brand: -2,
};

/** Names in Han and Hangul have the shape of many a word, so what stands around them counts for more. */
const eastern: Partial<Record<Sign | PageSign | 'none', number>> = {
  none: -2.6,
  eastern: 0,
  short: -0.7,
  whole: 0.3,
  head: 0.3,
  tail: 0.3,
  label: 3.8,
  polite: 3.6,
  titleBeside: 3.8,
  titleBelow: 3.6,
  titleAbove: 2.2,
  heading: 0.7,
  link: -0.3,
  column: 1.2,
  columnSome: 0.6,
  columnFew: -1,
  repeated: 0.2,
  afterProse: 0,
};

/** A sure text is still a text: what a page states in its mark-up goes before it. */
const surest = 0.88;

/** How likely a mention is somebody, 0 to 1. */
export function likelihood(evidence: Evidence): number {
  const table = evidence.has('eastern') ? { ...weights, ...eastern } : weights;
  let sum = table.none;
  for (const sign of evidence) sum += table[sign];
  return Math.min(surest, 1 / (1 + Math.exp(-sum)));
}
