import type { OwnValue, OwnValues } from '../rows.ts';

const isId = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const isPerson = (value: OwnValue): value is string => typeof value === 'string' && isId.test(value);

/** By what of an own value a row is found: by what was written. A person is an id, which nobody looks for. */
export const ownFindable = (value: OwnValue): string | null =>
  value === null || isPerson(value) ? null : String(value);

/** Whom own values point at: contacts or members. */
export const peopleIn = (own: OwnValues): string[] => Object.values(own).filter(isPerson);
