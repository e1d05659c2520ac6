import type { PromiseKind } from './kinds.ts';

/** What somebody does: `send` is of the kind of what is sent, `make` of what is made, if that is known. */
export type Act = Exclude<PromiseKind, 'quote' | 'document' | 'other'> | 'send' | 'make' | 'do';

/** One way to promise or to ask. Its pattern has a group `act`, which may be told by another way in `then`. */
export type Way = {
  by: 'writer' | 'reader';
  pattern: RegExp;
  /**
   * The pattern's beginning, where the act is its end: without it nothing is looked for. An engine makes machine code of
   * what it looks for twice, half a megabyte of a long pattern.
   */
  lead?: RegExp;
  confidence: number;
  /** What is done, where the words do not name it. */
  act?: Act;
  /** In a title in place of the act's own words, which stand for `*` in it. */
  says?: string;
  /** Asked of the reader as a question is. */
  asks?: true;
  /** Counts only with a day. */
  onlyDated?: true;
};

/** How one language promises. All that the reader knows of languages stands in tables of this shape. */
export type PromiseLanguage = {
  /** Sentences it is tried on. */
  spoken: RegExp;
  /** Taken out before anything is asked: words that only look like a condition, a refusal or a question. */
  harmless: RegExp | null;
  /** A sentence that says one of these promises nothing: a condition, a refusal, the past, a wish, a habit. */
  never: RegExp;
  question: RegExp;
  /** The first that fits is taken. */
  ways: Way[];
  acts: [Act, RegExp][];
  nouns: [PromiseKind, RegExp][];
  /** Where the part that belongs together begins, and where it ends. */
  clauseStart: RegExp | null;
  clauseEnd: RegExp;
  /** A deadline before it that belongs to it: "by Friday, please". */
  deadline: RegExp | null;
  /** Behind the act it is the act's, whatever is said before: "ask Ed on Sunday and come back on Monday". */
  day: RegExp | null;
  /** Makes the title of what is done: from the act on, or the act with its noun. */
  title: 'from-act' | 'act-and-noun';
  /** Ends the title. */
  titleEnd: RegExp;
  /** Left out of it. */
  titleLess: RegExp;
  /** Whom it is done for. */
  pronouns: RegExp | null;
  /** What an act is called where its words alone say too little. */
  titles: [RegExp, string][];
  /** Says that what was promised comes with this mail, or was done; `undone` that it was not, or not yet. */
  done: RegExp;
  undone: RegExp;
  /** In a part of a sentence that has no `done`: what it names is still to come. */
  pending: RegExp | null;
};
