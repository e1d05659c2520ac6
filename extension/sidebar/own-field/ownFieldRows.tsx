import type { Member, OwnField, OwnFieldPlace, OwnValues } from '../../../shared/domain/rows.ts';
import { moneyOf } from '../../../shared/domain/view/money.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { Named } from '../../messages/state.ts';
import type { Done, Field } from '../../ui/field.ts';
import { late } from '../../ui/late.tsx';
import { MoneyInput } from '../../ui/MoneyInput.tsx';
import { minorDigits, parseMoney } from '../../ui/money.ts';
import { currencyOptions, defaultCurrency } from '../deal/currencies.ts';
import type { Session } from '../shell/session.ts';
import { ownText } from './ownText.ts';
import { readOwn } from './readOwn.ts';

const PersonChoice = late(() => import('./PersonChoice.tsx').then((part) => part.PersonChoice));

export type OwnParts = {
  ownFields: readonly OwnField[];
  values: OwnValues;
  members: readonly Member[];
  named: Named;
  /** Answers with a sentence when it was refused. */
  edit: (event: Event, own: OwnValues) => Promise<string | null>;
};

/** A workspace's own fields of one noun in their order; those shown at the place, or those that are not. */
export const ownFieldsOf = (
  ownFields: readonly OwnField[],
  noun: OwnField['noun'],
  { at, shown }: { at: OwnFieldPlace; shown: boolean },
): OwnField[] =>
  ownFields
    .filter((field) => field.noun === noun && field.deletedAt === null && field.places.includes(at) === shown)
    .sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));

/** Own fields as rows to show and edit. */
export const ownFieldRows = (session: Session, { ownFields, ...parts }: OwnParts): Field[] =>
  ownFields.map((field) => rowOf(session, field, parts));

function rowOf(
  session: Session,
  { key, kind, label, options }: OwnField,
  { values, members, named, edit }: Omit<OwnParts, 'ownFields'>,
): Field {
  const value = Object.hasOwn(values, key) ? (values[key] ?? null) : null;
  const locale = session.locale.value;
  const may = session.canChange.value;
  const shown = ownText(kind, value, { locale, today: session.today.value, named });
  const row: Field = {
    id: `own ${key}`,
    label,
    value: value === null ? '' : String(value),
    ...(shown && { shown }),
    invite: m.words_add(),
    kind: kind === 'date' || kind === 'yes-no' ? kind : kind === 'number' ? 'decimal' : 'text',
  };
  if (kind === 'choice') {
    // What was chosen before the choices changed stays one.
    const all = typeof value === 'string' && !options.includes(value) ? [value, ...options] : options;
    row.options = [{ value: '', label: '–' }, ...all.map((option) => ({ value: option, label: option }))];
  }
  if (!may) return row;
  if (kind === 'person')
    return {
      ...row,
      editor: (onDone) => (
        <PersonChoice
          label={label}
          start={shown}
          members={members}
          onPick={async (id, name, event) => {
            const refusal = await edit(event, { [key]: id });
            onDone({ saved: refusal === null ? name : null, keyboard: event instanceof KeyboardEvent });
          }}
          onLeave={(by) => onDone({ saved: null, keyboard: by === 'key' })}
        />
      ),
    };
  if (kind === 'money')
    return {
      ...row,
      editor: moneyEditor(label, value, locale, (event, next) => edit(event, { [key]: next })),
    };
  return {
    ...row,
    save: async (typed, event) => {
      const read = readOwn({ kind }, typed);
      return read ? edit(event, { [key]: read.value }) : m.sidebar_not_a_number();
    },
  };
}

const moneyEditor =
  (
    label: string,
    value: string | number | null,
    locale: string,
    save: (event: Event, next: string | null) => Promise<string | null>,
  ) =>
  (onDone: (how: Done) => void) => {
    const money = typeof value === 'string' ? moneyOf(value) : null;
    const currency = money?.currency ?? defaultCurrency([], locale);
    return (
      <MoneyInput
        label={label}
        currencyLabel={m.words_currency()}
        amount={money ? String(money.minor / 10 ** minorDigits(currency)) : ''}
        currency={currency}
        currencies={currencyOptions(currency)}
        save={async (typed, code, event) => {
          if (!typed.trim()) return save(event, null);
          const minor = parseMoney(typed, code);
          return minor === null ? m.sidebar_not_an_amount() : save(event, `${code} ${minor}`);
        }}
        onDone={onDone}
      />
    );
  };
