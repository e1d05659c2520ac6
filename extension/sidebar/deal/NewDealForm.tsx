import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { limits } from '../../../shared/domain/limits.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { Id } from '../../../shared/kit/id.ts';
import { Form } from '../../ui/Form.tsx';
import { FormEnd } from '../../ui/FormEnd.tsx';
import css from '../../ui/form.module.css';
import { Labelled } from '../../ui/Labelled.tsx';
import { parseMoney } from '../../ui/money.ts';
import { TextField } from '../../ui/TextField.tsx';
import { errorText } from '../shell/errorText.ts';
import { useSession } from '../shell/session.ts';
import { currencyOptions, defaultCurrency } from './currencies.ts';

/** Title, amount, close date, what they need: two clicks and typing. */
export function NewDealForm({
  about,
  currencies,
  suggestedTitle,
  stageId = null,
  onDone,
}: {
  about: { contactIds: Id[]; companyId: Id | null };
  currencies: (string | null)[];
  suggestedTitle: string;
  /** Where it begins; null: the first stage of the first pipeline. */
  stageId?: Id | null;
  onDone: () => void;
}) {
  const session = useSession();
  const locale = session.locale.value;
  const [title, setTitle] = useState(
    suggestedTitle.replace(/^((re|fwd?|aw|wg|回复|回覆|转发|轉寄)\s*[:：]\s*)+/iu, ''),
  );
  const [amount, setAmount] = useState('');
  const [currency, setCurrency] = useState(() => defaultCurrency(currencies, locale));
  const [close, setClose] = useState('');
  const [need, setNeed] = useState('');
  const [errors, setErrors] = useState<{ title?: string; amount?: string; all?: string }>({});
  const first = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => first.current?.select(), []);

  const save = async (event: Event) => {
    const amountMinor = amount.trim() ? parseMoney(amount, currency) : null;
    const wrong = {
      ...(title.trim() ? {} : { title: m.sidebar_needs_title() }),
      ...(amount.trim() && amountMinor === null ? { amount: m.sidebar_not_an_amount() } : {}),
    };
    setErrors(wrong);
    if (Object.keys(wrong).length > 0) return;
    const outcome = await session.change(
      event,
      () =>
        session.client.call('addDeal', {
          title: title.trim(),
          amountMinor,
          currency: amountMinor === null ? null : currency,
          expectedClose: close || null,
          need: need.trim() || null,
          stageId,
          ...about,
        }),
      true,
    );
    if (!outcome.ok) return setErrors({ all: errorText(outcome.code) });
    session.toasts.show({ tone: 'plain', text: m.sidebar_deal_added({ deal: title.trim() }) });
    onDone();
  };
  return (
    <Form label={m.sidebar_new_deal()} onSave={(event) => void save(event)} onCancel={onDone}>
      <TextField
        label={m.words_title_of_deal()}
        error={errors.title}
        inputRef={first}
        maxLength={limits.title}
        value={title}
        onText={setTitle}
      />
      <div class={css.money}>
        <TextField
          label={m.words_amount()}
          error={errors.amount}
          inputMode="decimal"
          autocomplete="off"
          value={amount}
          onText={setAmount}
        />
        <Labelled label={m.words_currency()}>
          <select
            class={css.input}
            value={currency}
            onChange={(event) => setCurrency(event.currentTarget.value)}
          >
            {currencyOptions(currency).map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
        </Labelled>
      </div>
      <TextField label={m.sidebar_close_date()} type="date" value={close} onText={setClose} />
      <Labelled label={m.sidebar_need()}>
        <textarea
          class={css.input}
          dir="auto"
          rows={2}
          maxLength={limits.need}
          value={need}
          onInput={(event) => setNeed(event.currentTarget.value)}
        />
      </Labelled>
      {errors.all && (
        <p class={css.error} role="alert">
          {errors.all}
        </p>
      )}
      <FormEnd save={m.sidebar_add_deal()} cancel={m.words_cancel()} onCancel={onDone} />
    </Form>
  );
}
