/** What comparing names takes beyond rules: data too large for a page, at hand in the background and on the server. */
export type NameTables = {
  /** True for two forms of one given name: Bill and William, Sasha and Alexander. */
  sameGiven(a: string, b: string): boolean;
  /** The readings of Han characters in Latin letters, a word a name; null where one has none. */
  reading(han: string): string | null;
};

/** Without them: forms of given names are strangers, and Han is compared with Han alone. */
export const noNameTables: NameTables = { sameGiven: () => false, reading: () => null };
