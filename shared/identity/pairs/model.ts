/**
 * What is compared of a noun, and into which levels. Level 0 is "not known of both"; the others go from the most alike to
 * `different`. `common`: how often strangers stand at each level; `one`: how often two records of one do. Start values:
 * learned weights replace them where there is enough to learn from (see learn.ts).
 */
export type FieldOf<Name extends string = string> = {
  name: Name;
  levels: readonly string[];
  one: readonly number[];
  common: readonly number[];
  /** Where others than one person are alike too: of one family, of one company. */
  kin?: readonly number[];
  colleague?: readonly number[];
  /** How rare the very value is counts: two Smiths are less than two Wolstonecrofts. */
  rarity?: true;
};

const field = <Name extends string>(
  name: Name,
  levels: readonly string[],
  one: readonly number[],
  common: readonly number[],
  more: Pick<FieldOf, 'kin' | 'colleague' | 'rarity'> = {},
): FieldOf<Name> => ({ name, levels, one, common, ...more });

/**
 * Priors of persons. Sources: the weights that Febrl's and Splink's documentation show for names, dates and places; for
 * e-mail, telephone and company our own estimates. They are what tiny workspaces are judged by.
 */
export const personFields = [
  field(
    'given',
    ['same', 'form', 'close', 'initial', 'alike', 'different'],
    [0.74, 0.08, 0.08, 0.05, 0.02, 0.03],
    [0.006, 0.002, 0.004, 0.02, 0.03, 0.938],
    { rarity: true },
  ),
  field(
    'family',
    ['same', 'form', 'close', 'initial', 'alike', 'different'],
    [0.8, 0.03, 0.08, 0.03, 0.03, 0.03],
    [0.002, 0.0005, 0.0025, 0.01, 0.03, 0.955],
    { rarity: true, kin: [0.85, 0.01, 0.05, 0.01, 0.01, 0.07] },
  ),
  field(
    'email',
    ['same', 'local', 'close', 'different'],
    [0.2, 0.2, 0.1, 0.5],
    [1e-5, 0.0005, 0.0005, 0.999],
  ),
  field('domain', ['same', 'different'], [0.8, 0.2], [0.01, 0.99], { rarity: true, colleague: [0.95, 0.05] }),
  field(
    'phone',
    ['same', 'close', 'line', 'different'],
    [0.62, 0.08, 0.03, 0.27],
    [3e-5, 2e-5, 3e-4, 0.9996],
    { kin: [0.5, 0.02, 0.02, 0.46], colleague: [0.3, 0.05, 0.25, 0.4] },
  ),
  field('company', ['same', 'close', 'different'], [0.8, 0.07, 0.13], [0.01, 0.003, 0.987], {
    rarity: true,
    colleague: [0.95, 0.02, 0.03],
  }),
  field(
    'address',
    ['same', 'close', 'part', 'different'],
    [0.65, 0.17, 0.08, 0.1],
    [2e-4, 8e-4, 0.01, 0.989],
    { kin: [0.8, 0.1, 0.04, 0.06], colleague: [0.7, 0.12, 0.08, 0.1] },
  ),
  field('title', ['same', 'close', 'different'], [0.6, 0.2, 0.2], [0.05, 0.1, 0.85]),
  field('birthday', ['same', 'close', 'different'], [0.9, 0.07, 0.03], [5e-5, 3e-3, 0.997]),
  field('handle', ['same', 'different'], [0.7, 0.3], [1e-6, 0.999999]),
] as const satisfies readonly FieldOf[];

export const companyFields = [
  field(
    'name',
    ['same', 'close', 'part', 'alike', 'different'],
    [0.72, 0.1, 0.1, 0.05, 0.03],
    [0.0005, 0.0008, 0.01, 0.01, 0.9787],
    { rarity: true, colleague: [0.03, 0.05, 0.6, 0.12, 0.2] },
  ),
  field(
    'domain',
    ['same', 'label', 'close', 'different'],
    [0.6, 0.15, 0.05, 0.2],
    [1e-6, 1e-4, 5e-4, 0.9994],
    {
      colleague: [0.05, 0.3, 0.05, 0.6],
    },
  ),
  field('phone', ['same', 'close', 'line', 'different'], [0.6, 0.05, 0.15, 0.2], [3e-5, 2e-5, 3e-4, 0.9996], {
    colleague: [0.2, 0.02, 0.2, 0.58],
  }),
  field('city', ['same', 'different'], [0.85, 0.15], [0.05, 0.95], { colleague: [0.3, 0.7] }),
  field('country', ['same', 'different'], [0.95, 0.05], [0.4, 0.6], { colleague: [0.4, 0.6] }),
  field('handle', ['same', 'different'], [0.7, 0.3], [1e-6, 0.999999]),
] as const satisfies readonly FieldOf[];

export type PairNoun = 'contact' | 'company';
export type PairField = (typeof personFields)[number]['name'] | (typeof companyFields)[number]['name'];
export const fieldsOf = (noun: PairNoun): readonly FieldOf[] =>
  noun === 'contact' ? personFields : companyFields;

/** Whose pair of records may be: one, strangers, a family under one roof, colleagues (of companies: a group's firms). */
export const classes = ['one', 'common', 'kin', 'colleague'] as const;
export type Class = (typeof classes)[number];

/** Probabilities: of a class, of a level given a class. What `kin` and `colleague` lack is as with strangers. */
export type Weights = {
  noun: PairNoun;
  /** Of all pairs of rows, how many are of a class. */
  share: Record<Class, number>;
  /** By class, field and level (from 1; 0 is unused). */
  level: Record<Class, number[][]>;
  /** Rows that they were learned from; 0: the priors. */
  learnedFrom: number;
};

/** The smallest workspace is judged as if it had so many rows: of few rows each pair would seem likely. */
const fewest = 1_000;
/** Of a hundred people four have a double, as many share a home, and half a company; of firms eight, and few are of one group. */
const expected: Record<PairNoun, Record<Exclude<Class, 'common'>, number>> = {
  contact: { one: 0.04, kin: 0.04, colleague: 0.5 },
  company: { one: 0.08, kin: 0.001, colleague: 0.03 },
};

export const sharesOf = (noun: PairNoun, rows: number): Weights['share'] => {
  const of = (each: number) => (2 * each) / Math.max(rows, fewest);
  const { one: same, kin: family, colleague: firm } = expected[noun];
  const [one, kin, colleague] = [of(same), of(family), of(firm)];
  return { one, kin, colleague, common: 1 - one - kin - colleague };
};

export function priorWeights(noun: PairNoun, rows: number): Weights {
  const fields = fieldsOf(noun);
  const of = (pick: (field: FieldOf) => readonly number[]) => fields.map((each) => [0, ...pick(each)]);
  return {
    noun,
    share: sharesOf(noun, rows),
    level: {
      one: of((each) => each.one),
      common: of((each) => each.common),
      kin: of((each) => each.kin ?? each.common),
      colleague: of((each) => each.colleague ?? each.common),
    },
    learnedFrom: 0,
  };
}

/** A pair is shown when it is more likely than this to be one. The one limit there is, for every workspace. */
export const shownLimit = 0.6;
