import { type NameHint } from './parse.ts';
export type GivenFamily = {
  given: string | null;
  family: string | null;
};
/**
 * The two parts that a contact keeps beside its whole name, where a name tells both; else neither: a wrong greeting is
 * worse than the whole name. Functions and firms have none.
 */
export declare function givenFamily(name: string, hint?: NameHint): GivenFamily;
