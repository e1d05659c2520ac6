import type { ImportNoun } from '../../../shared/domain/import/planned.ts';
import type { OwnField, OwnFieldKind } from '../../../shared/domain/rows.ts';
import type { DecimalSign } from '../values/amount.ts';
import type { DateOrder } from '../values/date.ts';
import type { Product } from './product.ts';
import type { OwnNoun, Target } from './target.ts';

/** What is known beforehand of whoever imports. */
export type World = {
  ownFields: readonly OwnField[];
  /** Where national telephone numbers are most likely from; null: unknown. */
  country: string | null;
  /** Of amounts that name none. */
  currency: string | null;
};

export type Confidence = 'sure' | 'likely' | 'unsure';
/** On what a guess rests. `none`: nothing was found. `chosen`: the user said so. */
export type GuessBasis = 'product' | 'header' | 'values' | 'chosen' | 'none';
export type NewField = { noun: OwnNoun; key: string; label: string; kind: OwnFieldKind; options: string[] };
export type ColumnGuess = {
  target: Target;
  confidence: Confidence;
  basis: GuessBasis;
  /** With a target `….newField`: what it becomes. */
  newField?: NewField;
};

/** How a file is read: what each column is, and how dates, amounts and telephones are written in it. */
export type Mapping = {
  product: Product | null;
  noun: ImportNoun;
  /** The `<system>` of external ids. */
  system: string;
  columns: ColumnGuess[];
  dateOrder: DateOrder;
  /** False: days such as 03/04 could be either; the user may say. */
  dateCertain: boolean;
  decimal: DecimalSign;
  country: string | null;
  currency: string | null;
};

/** Own fields that a mapping makes; add them before the rows. */
export const newFieldsOf = (mapping: Mapping): NewField[] =>
  mapping.columns.flatMap(({ target, newField }) =>
    target.endsWith('.newField') && newField ? [newField] : [],
  );
