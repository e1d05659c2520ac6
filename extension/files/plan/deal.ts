import type { PlannedCompany, PlannedContact, PlannedDeal } from '../../../shared/domain/import/planned.ts';
import { limits } from '../../../shared/domain/limits.ts';
import type { DealState } from '../../../shared/domain/rows.ts';
import { emailKey } from '../../../shared/identity/email.ts';
import type { IdentityKey } from '../../../shared/identity/key.ts';
import { currencyIn, isCurrency, readDecimal, readMinor } from '../values/amount.ts';
import { type DateRead, instantOf, readDate } from '../values/date.ts';
import { splitCell } from '../values/several.ts';
import { readState, readYesNo } from '../values/words.ts';
import { type Context, externalId, rowKey } from './context.ts';
import { ownValues } from './own.ts';
import type { Row } from './row.ts';

/** The deal of a row in a file about deals. */
export function planDeal(
  row: Row,
  people: { contact: PlannedContact | null; company: PlannedCompany | null; others: IdentityKey[] },
  context: Context,
): PlannedDeal | null {
  const { mapping } = context;
  const { contact, company } = people;
  const title = row.text('deal.title', limits.title) ?? company?.name ?? contact?.name ?? null;
  if (!title) {
    row.problem('name.missing', null, true);
    return null;
  }
  const stage = row.text('deal.stage');
  const state = stateOf(row, stage);
  const expected = dateOf(row, 'deal.expectedClose', context);
  const closed = pastOf(row, 'deal.closedAt', context);
  const money = amountOf(row, context);
  const ids = row.ids('deal.externalId').map((id) => externalId(mapping, id));
  const deal: PlannedDeal = {
    title,
    // A stage called "Closed won" is a state; HubSpot adds the pipeline: "Closed won (Sales)".
    stage:
      stage && mapping.product !== 'sidebook' && readState(stage) !== null && state !== 'open'
        ? null
        : (stage?.replace(/\s+\([^()]+ pipeline\)$/i, '') ?? null),
    pipeline: row.text('deal.pipeline'),
    state,
    closedAt: state === 'open' ? null : closed ? instantOf(closed) : pastInstant(expected, context.world.now),
    lostReason: state === 'lost' ? row.text('deal.lostReason', limits.reason) : null,
    competitor: state === 'open' ? null : row.text('deal.competitor'),
    ...money,
    expectedClose: expected?.day ?? null,
    need: row.text('deal.need', limits.need),
    owner: row.text('deal.owner'),
    externalIds:
      ids.length > 0
        ? ids.slice(0, limits.keys)
        : [
            rowKey(
              'deal',
              title,
              company?.name ?? null,
              contact?.keys[0]?.value ?? null,
              money.amountMinor?.toString() ?? null,
              expected?.day ?? null,
            ),
          ],
    own: ownValues(row, 'deal', context),
    contacts: [...people.others, ...namedPeople(row, context)].slice(0, limits.contactsOfInteraction),
  };
  return deal;
}

function stateOf(row: Row, stage: string | null): DealState {
  for (const { text } of row.all('deal.state')) {
    const state = readState(text);
    if (state) return state;
    const yes = readYesNo(text);
    if (yes === true) return 'won';
  }
  return (stage && readState(stage)) || 'open';
}

/** A day of the file; one that could be another is told. */
export function dateOf(row: Row, target: string, { mapping }: Context): DateRead | null {
  const cell = row.first(target);
  if (!cell) return null;
  const date = readDate(cell.text, mapping.dateOrder);
  if (!date) row.problem('date.invalid', cell);
  else if (date.ambiguous && !mapping.dateCertain) row.problem('date.ambiguous', cell);
  return date;
}

/** A day since instants are counted: nobody's mail or deal is older. */
export function pastOf(row: Row, target: string, context: Context): DateRead | null {
  const date = dateOf(row, target, context);
  if (!date || instantOf(date) >= 0) return date;
  row.problem('date.invalid', row.first(target));
  return null;
}

const pastInstant = (date: DateRead | null, now: number): number | null => {
  const at = date && instantOf(date);
  return at !== null && at >= 0 && at <= now ? at : null;
};

function amountOf(row: Row, { mapping }: Context): { amountMinor: number | null; currency: string | null } {
  const cell = row.first('deal.amount');
  const said = row.first('deal.currency');
  const named =
    said && (isCurrency(said.text) ? said.text.toUpperCase() : currencyIn(said.text, mapping.currency));
  if (said && !named) row.problem('money.invalid', said);
  const currency = named ?? (cell && currencyIn(cell.text, mapping.currency)) ?? mapping.currency;
  // "0" and "-" are what products write for nothing said.
  if (!cell || /^[-–—]$/.test(cell.text)) return { amountMinor: null, currency: cell ? null : named };
  const minor = currency ? readMinor(cell.text, mapping.decimal, currency) : null;
  if (minor !== null) return { amountMinor: minor, currency };
  if (currency || readDecimal(cell.text, mapping.decimal) === null) row.problem('money.invalid', cell);
  else row.problem('money.invalid', cell);
  return { amountMinor: null, currency: null };
}

/** People besides the row's own, by their addresses or ids. */
function namedPeople(row: Row, { mapping }: Context): IdentityKey[] {
  return row.all('deal.contacts').flatMap(({ text }) =>
    splitCell(text.replace(/,(?=\S)/g, ';')).flatMap((part): IdentityKey[] => {
      const [, kind, value] = /^(email|phone|profile|external):(\S.*)$/.exec(part) ?? [];
      if (kind && value) return [{ kind: kind as IdentityKey['kind'], value }];
      if (part.includes('@')) return [emailKey(part)].flatMap((key) => (key ? [key] : []));
      return /\s/.test(part) ? [] : [{ kind: 'external', value: externalId(mapping, part) }];
    }),
  );
}
