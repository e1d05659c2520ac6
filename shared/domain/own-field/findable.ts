import type { OwnValue } from '../rows.ts';

const isId = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** By what of an own value a row is found: by what was written. A person is an id, which nobody looks for. */
export const ownFindable = (value: OwnValue): string | null =>
  value === null || (typeof value === 'string' && isId.test(value)) ? null : String(value);
