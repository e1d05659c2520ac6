import { useState } from 'preact/hooks';
import { moneyOf } from '../../../shared/domain/view/money.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { currencyOptions, defaultCurrency } from '../../sidebar/deal/currencies.ts';
import { useSession } from '../../sidebar/shell/session.ts';
import form from '../../ui/form.module.css';
import { Labelled } from '../../ui/Labelled.tsx';
import { minorDigits, parseMoney } from '../../ui/money.ts';
import { TextField } from '../../ui/TextField.tsx';
import type { ValueProps } from './valueProps.ts';

/** An amount in a currency. */
export function MoneyValue({ label, values, onValues }: ValueProps) {
  const session = useSession();
  const [typed, setTyped] = useState<string | null>(null);
  const [code, setCode] = useState<string | null>(null);
  const [value] = values;
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
