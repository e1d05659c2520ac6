import type { ImportNoun } from '../../../shared/domain/import/planned.ts';
import type { OwnField } from '../../../shared/domain/rows.ts';
import { foldText } from '../../../shared/kit/fold.ts';
import { byValues, fitting } from './fitting.ts';
import { plainHeader } from './header.ts';
import type { Look } from './looks.ts';
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
