/** How sure a seen value is, in a word for people. */
export type Certainty = 'sure' | 'likely' | 'unsure';

export const certaintyOf = (confidence: number): Certainty =>
  confidence >= 0.8 ? 'sure' : confidence >= 0.6 ? 'likely' : 'unsure';

/**
 * From this confidence on a value is ticked or filled in by default; below it is offered. Readers give at least as
 * much only to what is right nine times in ten (people), or forty-nine in fifty (phones and addresses).
 */
export const takenFrom = { person: 0.7, handle: 0.6 } as const;
