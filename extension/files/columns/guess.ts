import type { ImportNoun } from '../../../shared/domain/import/planned.ts';
import type { OwnField, OwnFieldKind } from '../../../shared/domain/rows.ts';
import { foldText } from '../../../shared/kit/fold.ts';
import type { Table } from '../table.ts';
import { type DecimalSign, findDecimal } from '../values/amount.ts';
import { type DateOrder, findDateOrder } from '../values/date.ts';
import { readLifeCycle, readRole } from '../values/words.ts';
import { plainHeader } from './header.ts';
import { firstCells, type Look, lookOf } from './looks.ts';
import { nounOfFile } from './noun.ts';
import { newFieldOf } from './own-field.ts';
import { findProduct, type Product, type ProductFound } from './product.ts';
import { isTarget, type OwnNoun, type Target } from './target.ts';
import { type HeaderRead, readHeader } from './words.ts';

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

/** Targets that several columns may fill; of all others the best one counts. */
const several =
  /(?:\.email|\.phone|\.url|\.note|\.keys|\.contacts|\.domain|\.(?:from|to)|interaction\.body|^ignore|\.newField)$/;

/** What each column of a file is, by its header, by what stands in it, and by whose export it is. */
export function guessColumns(table: Table, world: World, asked?: { noun?: ImportNoun }): Mapping {
  const headers = table.columns.map(({ header }) => header);
  const found = findProduct(headers);
  const reads = headers.map(readHeader);
  const looks = headers.map((_, column) => lookOf(firstCells(table.rows, column)));
  const noun =
    asked?.noun ?? (table.format === 'vcard' ? 'contact' : (found?.noun ?? nounOfFile(reads, looks)));
  const columns = table.columns.map(({ header, target }, column): ColumnGuess => {
    if (target !== undefined && isTarget(target)) return { target, confidence: 'sure', basis: 'product' };
    return guessOne(header, reads[column] ?? null, looks[column] ?? 'empty', { found, noun, world }, () =>
      firstCells(table.rows, column),
    );
  });
  keepTheBest(columns, table);
  const product = table.format === 'vcard' && !found ? 'vcard' : (found?.product ?? null);
  const country = world.country ?? countryOf(table, columns);
  return {
    product,
    noun,
    system: product ?? `file-${systemOf(headers)}`,
    columns,
    ...datesOf(table, columns, country),
    decimal: findDecimal(cellsOf(table, columns, (target) => /\.amount$|\.own\.|newField$/.test(target))),
    country,
    currency: world.currency,
  };
}

type About = { found: ProductFound | null; noun: ImportNoun; world: World };

function guessOne(
  header: string,
  read: HeaderRead | null,
  look: Look,
  about: About,
  cells: () => string[],
): ColumnGuess {
  const { found, noun, world } = about;
  const plain = plainHeader(header);
  // 1. What this product means by it.
  const meant = found?.means.get(plain);
  if (meant) return { target: meant, confidence: 'sure', basis: 'product' };
  // 2. An own field by its key (our own exports) or its label.
  const own = ownFieldOf(header, noun, world.ownFields);
  if (own) return { target: own, confidence: 'sure', basis: 'header' };
  // 3. The header's words, where the cells do not speak against them.
  const target = read && targetOf(read, plain, noun);
  if (target) {
    const fits = fitting(target, look, cells);
    const confidence: Confidence = !fits.fits ? 'unsure' : read.loose ? 'likely' : 'sure';
    return { target: fits.target, confidence, basis: found && !read.loose ? 'product' : 'header' };
  }
  // 4. The cells alone.
  return byValues(look, noun);
}

/** What a word means in a file about this noun: a "Status" of deals is no life cycle. */
const inFile: Partial<Record<ImportNoun, Record<string, Target>>> = {
  deal: {
    status: 'deal.state',
    状态: 'deal.state',
    title: 'deal.title',
    name: 'deal.title',
    名称: 'deal.title',
    标题: 'deal.title',
    description: 'deal.need',
    描述: 'deal.need',
    date: 'deal.expectedClose',
    结果: 'deal.state',
    type: 'ignore',
    contact: 'contact.name',
    person: 'contact.name',
    email: 'contact.email',
    phone: 'contact.phone',
  },
  interaction: {
    status: 'interaction.done',
    状态: 'interaction.done',
    title: 'interaction.subject',
    type: 'interaction.kind',
    类型: 'interaction.kind',
    方式: 'interaction.kind',
    description: 'interaction.body',
    描述: 'interaction.body',
    note: 'interaction.body',
    notes: 'interaction.body',
    备注: 'interaction.body',
    comment: 'interaction.body',
    comments: 'interaction.body',
    url: 'interaction.link',
    link: 'interaction.link',
    name: 'contact.name',
    email: 'contact.email',
    phone: 'contact.phone',
    contact: 'contact.name',
    person: 'contact.name',
    opportunity: 'deal.title',
    'activity note': 'interaction.body',
    'created at': 'interaction.date',
    'create date': 'interaction.date',
    'activity id': 'interaction.externalId',
  },
  company: {
    name: 'company.name',
    名称: 'company.name',
    title: 'company.name',
    status: 'ignore',
    状态: 'ignore',
    url: 'company.website',
    link: 'company.website',
    description: 'company.note',
  },
  contact: {
    contact: 'contact.name',
    person: 'contact.name',
    lead: 'contact.name',
    people: 'contact.name',
    role: 'contact.role',
  },
};

/** Fields that a noun lacks, and who has them instead. */
const instead: Record<string, Target> = {
  'contact.website': 'company.website',
  'contact.industry': 'company.industry',
  'contact.domain': 'company.domain',
  'company.email': 'contact.email',
  'company.url': 'company.website',
  'company.title': 'contact.title',
  'company.address': 'ignore',
  'company.street': 'ignore',
  'company.region': 'ignore',
  'company.postcode': 'ignore',
  'deal.name': 'deal.title',
  'deal.phone': 'contact.phone',
  'deal.email': 'contact.email',
  'deal.website': 'company.website',
  'deal.industry': 'company.industry',
  'deal.city': 'company.city',
  'deal.country': 'company.country',
  'deal.url': 'ignore',
  'interaction.name': 'contact.name',
  'interaction.email': 'contact.email',
  'interaction.phone': 'contact.phone',
  'interaction.note': 'interaction.body',
  'interaction.url': 'interaction.link',
};

function targetOf(read: HeaderRead, plain: string, noun: ImportNoun): Target | null {
  const here = inFile[noun]?.[plain];
  if (here) return here;
  if (read.field === 'ignore' || read.field === 'source') return read.field;
  const target = `${read.noun ?? noun}.${read.field}`;
  const other = instead[target];
  if (other) return other;
  return isTarget(target) ? target : 'ignore';
}

/** Whether the cells can be what the header says; some words are used for two things, and the cells tell which. */
function fitting(target: Target, look: Look, cells: () => string[]): { target: Target; fits: boolean } {
  if (look === 'empty') return { target, fits: true };
  const mostAre = (test: (cell: string) => boolean) => {
    const all = cells();
    return all.filter(test).length >= all.length * 0.5;
  };
  switch (target) {
    case 'contact.email':
      return { target, fits: look === 'email' };
    case 'contact.lifeCycle':
      return mostAre((cell) => readLifeCycle(cell) !== null)
        ? { target, fits: true }
        : { target: 'ignore', fits: false };
    case 'contact.role':
    case 'company.role':
      if (mostAre((cell) => readRole(cell) !== null)) return { target, fits: true };
      // "Role" of people in a spreadsheet is what they do.
      return {
        target: target === 'contact.role' && look !== 'choice' ? 'contact.title' : 'ignore',
        fits: false,
      };
    case 'company.website':
    case 'contact.url':
      return { target, fits: look === 'url' || look === 'domain' };
    case 'contact.phone':
    case 'company.phone':
      return { target, fits: look === 'phone' || look === 'number' || look === 'text' || look === 'choice' };
    case 'deal.expectedClose':
    case 'deal.closedAt':
    case 'interaction.date':
      return { target, fits: look === 'date' || look === 'number' };
    case 'deal.amount':
      return { target, fits: look === 'number' || look === 'money' };
    case 'company.name':
    case 'contact.name':
      return { target, fits: look === 'text' || look === 'choice' || look === 'domain' || look === 'email' };
    default:
      return { target, fits: true };
  }
}

function byValues(look: Look, noun: ImportNoun): ColumnGuess {
  const guess = (target: Target, confidence: Confidence): ColumnGuess => ({
    target,
    confidence,
    basis: 'values',
  });
  if (look === 'email') return guess('contact.email', 'likely');
  if (look === 'phone') return guess(noun === 'company' ? 'company.phone' : 'contact.phone', 'likely');
  if (look === 'url')
    return guess(
      noun === 'interaction' ? 'interaction.link' : noun === 'contact' ? 'contact.url' : 'company.website',
      'unsure',
    );
  if (look === 'domain') return guess('company.domain', 'unsure');
  if (look === 'money' && noun === 'deal') return guess('deal.amount', 'unsure');
  if (look === 'date' && noun === 'interaction') return guess('interaction.date', 'unsure');
  return { target: 'ignore', confidence: 'unsure', basis: 'none' };
}

/** `Contract end [contract_end]`, as our exports write it; else the label of an own field of the file's noun. */
function ownFieldOf(header: string, noun: ImportNoun, ownFields: readonly OwnField[]): Target | null {
  if (noun === 'interaction') return null;
  const key = /\[([a-z][a-z0-9_]{0,59})\]$/.exec(header.trim())?.[1];
  const folded = foldText(header.trim());
  const live = ownFields.filter((field) => field.deletedAt === null && field.noun === noun);
  const field =
    live.find((each) => each.key === key) ?? live.find(({ label }) => foldText(label.trim()) === folded);
  return field ? `${noun}.own.${field.key}` : null;
}

const rank: Record<Confidence, number> = { sure: 2, likely: 1, unsure: 0 };

/** Of several columns with one target, the surest and fullest keeps it. */
function keepTheBest(columns: ColumnGuess[], table: Table): void {
  const best = new Map<string, number>();
  const filled = columns.map((_, column) => firstCells(table.rows, column).length);
  const beats = (one: number, other: number) =>
    Number((filled[one] ?? 0) > 0) - Number((filled[other] ?? 0) > 0) ||
    rank[columns[one]?.confidence ?? 'unsure'] - rank[columns[other]?.confidence ?? 'unsure'];
  for (const [at, { target }] of columns.entries()) {
    if (several.test(target)) continue;
    const holder = best.get(target);
    const loser = holder === undefined ? null : beats(at, holder) > 0 ? holder : at;
    if (loser !== at) best.set(target, at);
    if (loser !== null) columns[loser] = { target: 'ignore', confidence: 'unsure', basis: 'none' };
  }
}

function* cellsOf(
  table: Table,
  columns: readonly ColumnGuess[],
  test: (target: Target) => boolean,
): Generator<string> {
  const wanted = columns.flatMap(({ target }, at) => (test(target) ? [at] : []));
  for (const row of table.rows) for (const at of wanted) if (row[at]) yield row[at];
}

const isDate = (target: Target): boolean =>
  /^(?:deal\.expectedClose|deal\.closedAt|interaction\.date)$/.test(target) ||
  /\.own\.|newField$/.test(target);

function datesOf(table: Table, columns: readonly ColumnGuess[], country: string | null) {
  const { order, certain } = findDateOrder(cellsOf(table, columns, isDate), country);
  return { dateOrder: order, dateCertain: certain };
}

/** Mobile numbers of China stand without a country code in most of its files. */
function countryOf(table: Table, columns: readonly ColumnGuess[]): string | null {
  let [all, chinese] = [0, 0];
  for (const cell of cellsOf(table, columns, (target) => target.endsWith('.phone'))) {
    all += 1;
    if (/^1[3-9]\d{9}$/.test(cell.replace(/[\s-]/g, ''))) chinese += 1;
    if (all >= 500) break;
  }
  return chinese > 0 && chinese >= all * 0.6 ? 'CN' : null;
}

/** A file's running numbers are its own: files of other headers number other people. */
const systemOf = (headers: readonly string[]): string => {
  let sum = 0;
  for (const character of headers
    .map((header) => foldText(header.trim()))
    .sort()
    .join('|'))
    sum = (Math.imul(sum, 31) + (character.codePointAt(0) ?? 0)) >>> 0;
  return sum.toString(36);
};

/** The mapping with another target for one column. A target that only one column may have is taken from the other. */
export function setTarget(mapping: Mapping, table: Table, column: number, target: Target): Mapping {
  const [noun, field] = target.split('.') as [OwnNoun, string | undefined];
  const columns = mapping.columns.map((guess, at): ColumnGuess => {
    if (at !== column)
      return guess.target === target && !several.test(target)
        ? { target: 'ignore', confidence: 'unsure', basis: 'none' }
        : guess;
    const chosen: ColumnGuess = { target, confidence: 'sure', basis: 'chosen' };
    if (field !== 'newField') return chosen;
    const taken = mapping.columns.flatMap(({ newField }, other) =>
      newField && other !== column ? [newField.key] : [],
    );
    return { ...chosen, newField: newFieldOf(noun, table, column, taken) };
  });
  return { ...mapping, columns, ...datesOf(table, columns, mapping.country) };
}
