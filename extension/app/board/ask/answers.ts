import { ownKeyOf } from '../../../../shared/domain/deal/require.ts';
import { limits } from '../../../../shared/domain/limits.ts';
import type { OwnField, OwnValues } from '../../../../shared/domain/rows.ts';
import * as m from '../../../../shared/i18n/compiled/messages.js';
import type { Answers } from '../../../sidebar/deal/changes.ts';
import { defaultCurrency } from '../../../sidebar/deal/currencies.ts';
import { readOwn } from '../../../sidebar/own-field/readOwn.ts';
import { parseMoney } from '../../../ui/money.ts';

/** What was typed, by field: texts as they are, ids of whom was chosen; `currency.<field>` beside amounts, `name.<field>` beside ids. */
export type Typed = Record<string, string>;

export const currencyOf = (field: string): string => `currency.${field}`;
export const nameOf = (field: string): string => `name.${field}`;

export const emptyTyped = (missing: readonly string[], currency: string | null): Typed =>
  Object.fromEntries(
    missing.flatMap((field) => [
      [field, ''],
      [currencyOf(field), defaultCurrency([currency], navigator.language)],
    ]),
  );

type Fields = Answers['fields'];

/** The answers as an edit of the deal, and the edit that takes them back; errors by field where something is missing or no value. */
export function answersOf(
  missing: readonly string[],
  typed: Typed,
  ownFields: readonly OwnField[],
): { answers: Answers | null; errors: Record<string, string> } {
  const fields: Fields = {};
  const before: Fields = {};
  const own: OwnValues = {};
  const errors: Record<string, string> = {};
  for (const field of missing) {
    const text = (typed[field] ?? '').trim();
    if (!text) {
      errors[field] = m.board_fill_in();
      continue;
    }
    const key = ownKeyOf(field);
    if (key !== null) {
      const value = ownValue(
        ownFields.find((one) => one.key === key),
        text,
        typed[currencyOf(field)],
      );
      if (value === null) errors[field] = m.board_not_understood();
      else own[key] = value;
    } else if (field === 'amountMinor') {
      const currency = typed[currencyOf(field)] ?? 'EUR';
      const amountMinor = parseMoney(text, currency);
      if (amountMinor === null) errors[field] = m.sidebar_not_an_amount();
      else Object.assign(fields, { amountMinor, currency });
      Object.assign(before, { amountMinor: null });
    } else if (field === 'contactIds') {
      fields.contactIds = [text];
      before.contactIds = [];
    } else {
      Object.assign(fields, { [field]: text });
      Object.assign(before, { [field]: null });
    }
  }
  if (Object.keys(own).length > 0) {
    fields.own = own;
    before.own = Object.fromEntries(Object.keys(own).map((key) => [key, null]));
  }
  return { answers: Object.keys(errors).length > 0 ? null : { fields, before }, errors };
}

function ownValue(
  definition: OwnField | undefined,
  text: string,
  currency: string | undefined,
): string | number | null {
  if (!definition || text.length > limits.note) return null;
  if (definition.kind !== 'money') return readOwn(definition, text)?.value ?? null;
  const minor = currency ? parseMoney(text, currency) : null;
  return minor === null ? null : `${currency} ${minor}`;
}
