import { takenFrom } from '../../../shared/identity/certainty.ts';
import type { Mention, Sign } from './sign.ts';

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

/** A name that may be somebody's, where it stands, and what speaks for and against it. */
export type Weighed = {
  mention: Mention;
  line: number;
  signs: Set<Sign | PageSign>;
  title: string | undefined;
  confidence: number;
};

export type Evidence = ReadonlySet<Sign | PageSign>;

/** Logarithms of the odds that each sign adds; learned from pages whose people are known, rounded, and none against its sense. */
export const weights: Record<Sign | PageSign | 'none', number> = {
  none: -4.8,
  given: 3.9,
  givenOrdinary: 3.6,
  family: 1.3,
  familyOrdinary: 0.6,
  familyGiven: 0.8,
  initial: 0.4,
  initialsFirst: 3.1,
  initialLast: 0.3,
  three: -1.2,
  four: -1.4,
  capitals: -0.9,
  whole: 1.1,
  head: 1,
  tail: 0.4,
  prose: 0,
  attributed: 1.6,
  by: 2.8,
  label: 1.8,
  honorific: 1.2,
  suffix: 0.3,
  titleBeside: 0.8,
  longer: -1.7,
  organisation: -1.8,
  place: -3.1,
  number: -1.2,
  eastern: 0,
  short: 0,
  polite: 2.2,
  acts: 1.3,
  listed: 0,
  peers: 1.5,
  wordShape: -1.4,
  located: 2.1,
  afterProse: 1.3,
  heading: 0.1,
  link: -2.2,
  titleBelow: 1.3,
  titleAbove: 1.1,
  column: 2.8,
  columnSome: 1.6,
  columnFew: -0.8,
  repeated: 0.1,
  givenAlone: 1,
  familyHonoured: 2,
  smallWord: -1.9,
  brand: -2.4,
};

/** Names in Han and Hangul have the shape of many a word, so what stands around them counts for more. */
const eastern: Partial<Record<Sign | PageSign | 'none', number>> = {
  none: -2.6,
  eastern: 0,
  short: -0.7,
  whole: 0.3,
  head: 0.3,
  tail: 0.3,
  label: 5.5,
  polite: 5,
  titleBeside: 5.2,
  titleBelow: 5,
  titleAbove: 3,
  heading: 0.7,
  link: -0.3,
  column: 1.2,
  columnSome: 0.6,
  columnFew: -1,
  repeated: 0.2,
  afterProse: 0,
};

const easternWeights = { ...weights, ...eastern };

/** From this likelihood on nine in ten are people whom somebody else marked as such on real pages: these are ticked. */
const tickedFrom = 0.91;
/** A sure text is still a text: what a page states in its mark-up goes before it. */
const surest = 0.88;
/** Below this likelihood nobody is reported. */
const reportedFrom = 0.45;

/** How sure a mention is somebody, for `Seen.confidence`; 0 where it is not worth a report. */
export function sureness(evidence: Evidence): number {
  const likely = likelihood(evidence);
  if (likely < reportedFrom) return 0;
  return likely < tickedFrom
    ? reportedFrom +
        ((likely - reportedFrom) / (tickedFrom - reportedFrom)) * (takenFrom.person - reportedFrom - 0.001)
    : takenFrom.person + ((likely - tickedFrom) / (1 - tickedFrom)) * (surest - takenFrom.person);
}

/** How likely a mention is somebody, 0 to 1. */
export function likelihood(evidence: Evidence): number {
  const table = evidence.has('eastern') ? easternWeights : weights;
  let sum = table.none;
  for (const sign of evidence) sum += table[sign];
  return 1 / (1 + Math.exp(-sum));
}
