/** What comparing names takes beyond rules: data too large for a page, at hand in the background and on the server. */
export type NameTables = {
  /** The names of which this is a form, as numbers: Bill and William share one. In small Latin letters. */
  givenGroups(name: string): readonly number[];
  /** A Han name in Latin letters, as one word; null where a character has no known reading. */
  reading(han: string, isFamily?: boolean): string | null;
  /** The readings of each character, the usual one first. */
  readings(han: string): (readonly string[])[];
};

const none: readonly number[] = [];
/** Without them: forms of given names are strangers, and Han is compared with Han alone. */
export const noNameTables: NameTables = {
  givenGroups: () => none,
  reading: () => null,
  readings: () => [],
};

/** True for two forms of one given name. */
export function sameGiven(a: string, b: string, { givenGroups }: NameTables): boolean {
  const others = givenGroups(b);
  return others.length > 0 && givenGroups(a).some((group) => others.includes(group));
}
