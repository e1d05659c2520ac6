import type { ImportNoun } from '../../../shared/domain/import/planned.ts';
import type { OwnField } from '../../../shared/domain/rows.ts';
import { foldText } from '../../../shared/kit/fold.ts';
import type { Table } from '../table.ts';
import { readLifeCycle, readRole } from '../values/words.ts';
import { plainHeader } from './header.ts';
import { firstCells, type Look } from './looks.ts';
import type { ColumnGuess, Confidence, World } from './mapping.ts';
import type { ProductFound } from './product.ts';
import { isTarget, nounsOf, type Target } from './target.ts';
import type { HeaderRead } from './words.ts';

type About = { found: ProductFound | null; noun: ImportNoun; world: World };

export function guessColumn(
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
  const here = inFile.get(noun)?.get(plain);
  const target = here ?? (read && targetOf(read, plain, noun));
  const loose = !here && read?.loose === true;
  const fits = target && fitting(target, look, cells);
  if (fits && (fits.fits || !loose)) {
    const confidence: Confidence = !fits.fits ? 'unsure' : loose ? 'likely' : 'sure';
    return { target: fits.target, confidence, basis: found && !loose ? 'product' : 'header' };
  }
  // 4. The cells alone.
  return byValues(look, noun);
}

/** What a word means in a file about this noun: a "Status" of deals is no life cycle. */
const meanings: Record<ImportNoun, Record<string, Target>> = {
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
/** Maps: a header may be called "constructor". */
const inFile = new Map(
  Object.entries(meanings).map(([noun, words]) => [noun, new Map(Object.entries(words))]),
);

/** Fields that a noun lacks, and who has them instead. */
const instead: Record<string, Target> = {
  'contact.website': 'company.website',
  'contact.industry': 'company.industry',
  'contact.domain': 'company.domain',
  'company.email': 'contact.email',
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

function targetOf(read: HeaderRead, plain: string, noun: ImportNoun): Target {
  const target = meantBy(read, plain, noun);
  if (target === 'ignore' || target === 'source') return target;
  // A list of people has no deals: "Open deals" is a count, "Date" no past mail.
  return nounsOf[noun].includes(target.split('.', 1)[0] as ImportNoun) ? target : 'ignore';
}

function meantBy(read: HeaderRead, plain: string, noun: ImportNoun): Target {
  if (read.field === 'ignore' || read.field === 'source') return read.field;
  const target = `${read.noun ?? noun}.${read.field}`;
  // A company has a site; its page elsewhere is no key of it.
  if (target === 'company.url')
    return /^(?:urls?|link|链接|主页)$/.test(plain) ? 'company.website' : 'ignore';
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

/** Words for the family name where a given name stands beside, and for the given where the family name does. */
const familyWords = /^(?:name|nom|apellidos?|姓名)$/;
const names =
  /^(?:\p{Lu}[\p{L}\p{M}'’.-]*(?:\s+(?:\p{L}{1,3}\s+)?\p{Lu}[\p{L}\p{M}'’.-]*){1,3}|\p{Script=Han}{2,4}|[\p{Script=Hangul}]{2,4})$/u;

/** "Nom" beside "Prénom" is the family name; and a list without heads has names where names stand. */
export function nameless(columns: ColumnGuess[], table: Table, noun: ImportNoun): void {
  const at = (target: Target) => columns.findIndex((guess) => guess.target === target);
  const whole = at('contact.name');
  const plain = plainHeader(table.columns[whole]?.header ?? '');
  if (whole >= 0 && at('contact.givenName') >= 0 && at('contact.familyName') < 0 && familyWords.test(plain))
    columns[whole] = { target: 'contact.familyName', confidence: 'likely', basis: 'header' };
  if (whole >= 0 && at('contact.familyName') >= 0 && at('contact.givenName') < 0 && plain === 'nombre')
    columns[whole] = { target: 'contact.givenName', confidence: 'likely', basis: 'header' };
  const named: Target[] = ['contact.name', 'contact.givenName', 'contact.familyName'];
  if (noun !== 'contact' || named.some((target) => at(target) >= 0)) return;
  const free = columns.findIndex(({ basis }, column) => {
    if (basis !== 'none') return false;
    const cells = firstCells(table.rows, column);
    return cells.length > 0 && cells.filter((cell) => names.test(cell)).length >= cells.length * 0.7;
  });
  if (free >= 0) columns[free] = { target: 'contact.name', confidence: 'unsure', basis: 'values' };
}
