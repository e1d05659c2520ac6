import type { Promised } from './kinds.ts';

/** Whose promise it is: a mail's writer promises for their side, and asks the other. */
export const sideOf = ({ by }: Pick<Promised, 'by'>, direction: 'in' | 'out'): 'us' | 'them' =>
  (by === 'writer') === (direction === 'out') ? 'us' : 'them';
