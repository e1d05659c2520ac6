import type { Instant } from '../rows.ts';
import { dueOf, type PromiseDue } from './due-of.ts';
import { findPromises } from './find-promises.ts';
import type { Promised, PromiseKind } from './kinds.ts';

export type ReadPromise = {
  by: 'us' | 'them';
  kind: PromiseKind;
  what: string;
  due: PromiseDue | null;
  /** The sentence. */
  at: string;
  confidence: number;
};

/** Whose promise it is: a mail's writer promises for their side, and asks the other. */
export const sideOf = ({ by }: Pick<Promised, 'by'>, direction: 'in' | 'out'): 'us' | 'them' =>
  (by === 'writer') === (direction === 'out') ? 'us' : 'them';

/** Who promised what in a mail's newly written text, with the day by its writer's clock. */
export function readPromises(
  text: string,
  {
    direction,
    at,
    zone,
    readerZone,
  }: { direction: 'in' | 'out'; at: Instant; zone: string; readerZone?: string | undefined },
): ReadPromise[] {
  return findPromises(text).made.flatMap((found) => {
    const due = dueOf(found, { at, zone, readerZone });
    if (found.onlyDated && !due) return [];
    const { kind, what, sentence, confidence } = found;
    return [{ by: sideOf(found, direction), kind, what, due, at: sentence, confidence }];
  });
}
