import { isGivenName } from '../names/known.ts';
import { isPersonName } from '../names.ts';

/** True where a name is surely a person's: by itself two capitalised words may be a company as well. */
export const isSomebody = (name: string): boolean =>
  isPersonName(name) && (isGivenName(name.split(/[\s-]/, 1)[0] ?? '') || /^\p{Script=Han}+$/u.test(name));
