import { sameName as compare } from './same.ts';
import { noNameTables } from './tables.ts';

export { nameMatchLimit, sameNameLimit } from './same.ts';

/** With all tables at hand: on the server, in the background, and where the figures are made. */
export const sameName = (a: string, b: string, kind = 'Person'): number => compare(a, b, kind, noNameTables);
