import { expect } from 'vitest';

/** What became of a mutation. */
export const applied = expect.objectContaining({ status: 'applied' });
export const refused = (code: string) => expect.objectContaining({ status: 'refused', code });
