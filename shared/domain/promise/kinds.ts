/** What was promised, as far as another mail can answer it in kind. */
export const promiseKinds = [
  'quote',
  'document',
  'call',
  'meeting',
  'answer',
  'payment',
  'introduction',
  'order',
  'other',
] as const;
export type PromiseKind = (typeof promiseKinds)[number];
export const isPromiseKind = (text: string | null): text is PromiseKind =>
  (promiseKinds as readonly (string | null)[]).includes(text);

/** A promise as a sentence makes it. Who is who, and by which clock, its mail's writer decides. */
export type Promised = {
  /** Who is to do it: the writer of the mail, or its reader, who is asked to. */
  by: 'writer' | 'reader';
  kind: PromiseKind;
  /** What is to be done in the mail's own words, for a task's title; who it is done for in braces: `send {you} the quote`. */
  what: string;
  sentence: string;
  /** The part of the sentence in which it is said. */
  clause: { start: number; end: number };
  /** Counts only where a day is said with it: else it is a manner of speaking. */
  onlyDated: boolean;
  /** 0 to 1. */
  confidence: number;
};

/** A sentence that says something comes with this mail, or was done. */
export type Kept = { kinds: PromiseKind[]; sentence: string };

/** What a mail says of promises: those it makes, those it keeps, and what it says is still to come. */
export type PromiseTalk = { made: Promised[]; kept: Kept[]; pending?: Kept[] };

/** Most that one mail is read for, and that a message carries. */
export const mostPromised = 5;
/** A longer sentence is no sentence. */
export const longestSentence = 400;
export const longestWhat = 100;
