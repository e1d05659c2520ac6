import { useEffect, useId, useState } from 'preact/hooks';
import type { Field } from '../../../shared/domain/view/fields.ts';
import { moneyOf } from '../../../shared/domain/view/money.ts';
import { arityOf, countsDays } from '../../../shared/domain/view/operators.ts';
import type { ListNoun, Operator } from '../../../shared/domain/view/query.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { ListStart, ListValue } from '../../messages/list.ts';
import { currencyOptions, defaultCurrency } from '../../sidebar/deal/currencies.ts';
import { readNumber } from '../../sidebar/own-field/readOwn.ts';
import { useSession } from '../../sidebar/shell/session.ts';
import form from '../../ui/form.module.css';
import { Labelled } from '../../ui/Labelled.tsx';
import { minorDigits, parseMoney } from '../../ui/money.ts';
import { TextField } from '../../ui/TextField.tsx';
import css from './List.module.css';
import { choiceText } from './valueText.ts';

export type Value = string | number;
type Props = {
  noun: ListNoun;
  field: Field;
  start: ListStart;
  label: string;
  values: readonly Value[];
  /** Names of what was chosen, for ids. */
  /** `wrong`: something is typed that is no value. */
  onValues: (values: Value[], names?: Record<string, string>, wrong?: boolean) => void;
};

/** What a condition compares with, by kind of field and operator; nothing where it compares with nothing. */
export function RuleValue({ op, ...props }: Props & { op: Operator }) {
  const { field, values, onValues, label } = props;
  if (arityOf(op) === 'none') return null;
  if (countsDays(op))
    return (
      <TextField
        label={m.list_days_label()}
        type="number"
        inputMode="numeric"
        min={0}
        max={100_000}
        value={values[0] === undefined ? '' : String(values[0])}
        onText={(text) => onValues(/^\d{1,6}$/.test(text) ? [Number(text)] : [])}
      />
    );
  if (arityOf(op) === 'many' && (field.kind === 'text' || field.kind === 'texts' || field.kind === 'link'))
    return <ManyTexts {...props} />;
  if (op === 'contains' || op === 'containsNot')
    return (
      <TextField
        label={label}
        value={String(values[0] ?? '')}
        maxLength={200}
        onText={(text) => onValues(text.trim() ? [text] : [])}
      />
    );
  if (
    arityOf(op) === 'many' &&
    (field.kind === 'choice' || field.kind === 'choices' || field.kind === 'person')
  )
    return <Ticks {...props} />;
  return <OneValue {...props} />;
}

/** One value of a field, as a condition or a change of many rows takes it. */
export function OneValue({ field, label, values, onValues, start }: Props) {
  const session = useSession();
  const [typed, setTyped] = useState<string | null>(null);
  const [code, setCode] = useState<string | null>(null);
  const [value] = values;
  if (field.kind === 'yes-no' || field.kind === 'person' || field.kind === 'choice') {
    const options =
      field.kind === 'yes-no'
        ? [1, 0].map((each) => ({ value: String(each), text: each === 1 ? m.list_yes() : m.list_no() }))
        : field.kind === 'person'
          ? membersOf(start)
          : (field.options ?? []).map((each) => ({ value: each, text: choiceText(field.name, each) }));
    return (
      <Labelled label={label}>
        <select
          class={form.input}
          value={value === undefined ? '' : String(value)}
          onChange={({ currentTarget: { value: chosen } }) =>
            onValues(chosen === '' ? [] : [field.kind === 'yes-no' ? Number(chosen) : chosen])
          }
        >
          <option value="">–</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.text}
            </option>
          ))}
        </select>
      </Labelled>
    );
  }
  if (field.kind === 'day' || field.kind === 'instant')
    return (
      <TextField
        label={label}
        type="date"
        value={value === undefined ? '' : value === 'today' ? session.today.value : String(value)}
        onText={(text) => onValues(text ? [text] : [])}
      />
    );
  if (field.kind === 'money') {
    const money = moneyOf(value);
    const currency = code ?? money?.currency ?? defaultCurrency([], session.locale.value);
    const shown = typed ?? (money ? String(money.minor / 10 ** minorDigits(currency)) : '');
    const set = (text: string, code: string) => {
      setTyped(text);
      const minor = text.trim() ? parseMoney(text, code) : null;
      setCode(code);
      onValues(minor === null ? [] : [`${code} ${minor}`], undefined, minor === null && text.trim() !== '');
    };
    return (
      <div class={form.money}>
        <TextField label={label} inputMode="decimal" value={shown} onText={(text) => set(text, currency)} />
        <Labelled label={m.words_currency()}>
          <select
            class={form.input}
            value={currency}
            onChange={(event) => set(shown, event.currentTarget.value)}
          >
            {currencyOptions(currency).map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
        </Labelled>
      </div>
    );
  }
  const isNumber = field.kind === 'number';
  return (
    <TextField
      label={label}
      inputMode={isNumber ? 'decimal' : 'text'}
      maxLength={300}
      value={typed ?? (value === undefined ? '' : String(value))}
      onText={(text) => {
        setTyped(text);
        const read = isNumber ? readNumber(text) : text.trim();
        const isNothing = read === null || read === '';
        onValues(isNothing ? [] : [read], undefined, isNothing && text.trim() !== '');
      }}
    />
  );
}

const membersOf = (start: ListStart) => [
  ...(start.me ? [{ value: 'me', text: m.list_is_me() }] : []),
  ...start.members
    .filter(({ id, role }) => role !== 'former' && id !== start.me)
    .map(({ id, name }) => ({ value: id, text: name })),
];

/** Several of a few. */
function Ticks({ noun, field, start, label, values, onValues }: Props) {
  const found = useValues(noun, field, '', field.options === null && field.kind !== 'person');
  const options =
    field.kind === 'person'
      ? membersOf(start)
      : (field.options ?? found.map(({ value }) => value)).map((each) => ({
          value: each,
          text: choiceText(field.name, each),
        }));
  return (
    <fieldset class={css.ticks}>
      <legend>{label}</legend>
      {options.map((option) => (
        <label key={option.value} class={css.tickLine}>
          <input
            type="checkbox"
            checked={values.includes(option.value)}
            onChange={({ currentTarget: { checked } }) =>
              onValues(checked ? [...values, option.value] : values.filter((each) => each !== option.value))
            }
          />
          <span dir="auto">{option.text}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** Any of several texts, or of the rows that a link leads to: offered as they are typed. */
function ManyTexts({ noun, field, label, values, onValues }: Props) {
  const [text, setText] = useState('');
  const [names, setNames] = useState<Record<string, string>>({});
  const listId = useId();
  const found = useValues(noun, field, text, true);
  const isLink = field.kind === 'link';
  const add = (typed: string) => {
    const known = found.find((each) => each.text === typed);
    const value = known?.value ?? (isLink ? null : typed.trim());
    if (!value) return;
    const next = known ? { ...names, [known.value]: known.text } : names;
    setNames(next);
    if (!values.includes(value)) onValues([...values, value], next);
    setText('');
  };
  return (
    <div class={css.many}>
      <TextField
        label={label}
        value={text}
        list={listId}
        placeholder={m.list_type_value()}
        maxLength={200}
        onText={(typed) => {
          // A browser gives a picked proposal as if it were typed.
          if (found.some((each) => each.text === typed)) return add(typed);
          setText(typed);
          onValues([...values], undefined, typed.trim() !== '');
        }}
      />
      <datalist id={listId}>
        {found.map((each) => (
          <option key={each.value} value={each.text} />
        ))}
      </datalist>
      {text.trim() && !isLink && (
        <button type="button" class={css.addValue} onClick={() => add(text)}>
          {m.words_add()} “{text.trim()}”
        </button>
      )}
      {isLink && text.trim() && (
        <ul class={css.proposals}>
          {found.slice(0, 8).map((each) => (
            <li key={each.value}>
              <button type="button" class={css.addValue} onClick={() => add(each.text)} dir="auto">
                {each.text}
              </button>
            </li>
          ))}
        </ul>
      )}
      <ul class={css.chosen}>
        {values.map((value) => {
          const shown = names[String(value)] ?? String(value);
          return (
            <li key={String(value)}>
              <button
                type="button"
                class={css.chosenValue}
                aria-label={m.list_value_remove({ value: shown })}
                onClick={() => onValues(values.filter((each) => each !== value))}
              >
                {shown} ×
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** What rows say of a field and holds the text. */
function useValues(noun: ListNoun, field: Field, text: string, on: boolean): ListValue[] {
  const { client } = useSession();
  const [found, setFound] = useState<ListValue[]>([]);
  useEffect(() => {
    if (!on) return;
    let current = true;
    client.call('listValues', { noun, field: field.name, text }).then(
      (values) => current && setFound(values),
      // Nothing is offered; it can be typed all the same.
      () => current && setFound([]),
    );
    return () => {
      current = false;
    };
  }, [client, noun, field.name, text, on]);
  return found;
}
