import { limits } from '../../../shared/domain/limits.ts';
import type { Deal, Member, OwnField } from '../../../shared/domain/rows.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { Input } from '../../../shared/sync/mutation.ts';
import type { Named } from '../../messages/state.ts';
import { dayText } from '../../ui/day.ts';
import { FieldList } from '../../ui/FieldList.tsx';
import type { Field } from '../../ui/field.ts';
import { minorDigits, moneyText, parseMoney } from '../../ui/money.ts';
import { ownFieldRows, ownFieldsOf } from '../own-field/ownFieldRows.tsx';
import { errorText } from '../shell/errorText.ts';
import { useSession } from '../shell/session.ts';
import { currencyOptions, defaultCurrency } from './currencies.ts';

/** A deal's own data, edited where it stands. */
export function DealFields({
  deal,
  ownFields,
  members,
  named,
}: {
  deal: Deal;
  ownFields: OwnField[];
  members: Member[];
  named: Named;
}) {
  const session = useSession();
  const locale = session.locale.value;
  const may = session.canChange.value;
  const currency = deal.currency ?? defaultCurrency([], locale);
  const edit = async (event: Event, fields: Input<'deal.edit'>['fields']) => {
    const outcome = await session.act(event, 'deal.edit', { id: deal.id, fields }, true);
    return outcome.ok ? null : errorText(outcome.code);
  };
  const fields: Field[] = [
    {
      id: 'title',
      label: m.words_title_of_deal(),
      value: deal.title,
      maxLength: limits.title,
      ...(may && {
        save: async (typed: string, event: Event) =>
          typed.trim() ? edit(event, { title: typed.trim() }) : m.sidebar_needs_title(),
      }),
    },
    {
      id: 'amount',
      label: m.words_amount(),
      kind: 'decimal',
      value: deal.amountMinor === null ? '' : String(deal.amountMinor / 10 ** minorDigits(currency)),
      ...(deal.amountMinor !== null && { shown: moneyText(deal.amountMinor, deal.currency, locale) }),
      invite: m.words_add(),
      ...(may && {
        save: async (typed: string, event: Event) => {
          if (!typed.trim()) return edit(event, { amountMinor: null });
          const amountMinor = parseMoney(typed, currency);
          return amountMinor === null ? m.sidebar_not_an_amount() : edit(event, { amountMinor, currency });
        },
      }),
    },
    {
      id: 'currency',
      label: m.words_currency(),
      value: deal.currency ?? '',
      options: currencyOptions(deal.currency),
      ...(may && {
        // The figure stays as it reads: 24,000 euros become 24,000 yen.
        save: async (next: string, event: Event) =>
          edit(event, {
            currency: next,
            ...(deal.amountMinor !== null && {
              amountMinor: Math.round(deal.amountMinor * 10 ** (minorDigits(next) - minorDigits(currency))),
            }),
          }),
      }),
    },
    {
      id: 'close',
      label: m.sidebar_close_date(),
      kind: 'date',
      value: deal.expectedClose ?? '',
      ...(deal.expectedClose && { shown: dayText(deal.expectedClose, session.today.value, locale) }),
      invite: m.words_add(),
      ...(may && {
        save: async (typed: string, event: Event) => edit(event, { expectedClose: typed || null }),
      }),
    },
    {
      id: 'need',
      label: m.sidebar_need(),
      kind: 'long',
      value: deal.need ?? '',
      invite: m.words_add(),
      maxLength: limits.need,
      ...(may && {
        save: async (typed: string, event: Event) => edit(event, { need: typed.trim() || null }),
      }),
    },
    {
      id: 'owner',
      label: m.words_owner(),
      value: deal.ownerId ?? '',
      shown: members.find(({ id }) => id === deal.ownerId)?.name ?? '',
      invite: m.words_add(),
      options: [
        { value: '', label: m.sidebar_no_owner() },
        ...members.map(({ id, name }) => ({ value: id, label: name })),
      ],
      ...(may && {
        save: async (typed: string, event: Event) => edit(event, { ownerId: typed || null }),
      }),
    },
    ...[true, false].flatMap((shown) =>
      ownFieldRows(session, {
        ownFields: ownFieldsOf(ownFields, 'deal', { at: 'sidebar', shown }),
        values: deal.own,
        members,
        named,
        edit: (event, own) => edit(event, { own }),
      }),
    ),
  ];
  return <FieldList label={deal.title} fields={fields} />;
}
