import type { Instant } from '../rows.ts';
import { dueOf, type PromiseDue } from './due-of.ts';
import { findPromises } from './find-promises.ts';
import type { PromiseKind } from './kinds.ts';
import { sideOf } from './side-of.ts';

export type ReadPromise = {
  by: 'us' | 'them';
  kind: PromiseKind;
  what: string;
  due: PromiseDue | null;
  /** The sentence. */
  at: string;
  confidence: number;
};

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
