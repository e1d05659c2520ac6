import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { limits } from '../../../shared/domain/limits.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { Id } from '../../../shared/kit/id.ts';
import { Button } from '../../ui/Button.tsx';
import { Form } from '../../ui/Form.tsx';
import css from '../../ui/form.module.css';
import { Labelled } from '../../ui/Labelled.tsx';
import { parseMoney } from '../../ui/money.ts';
import { errorText } from '../shell/errorText.ts';
import { useSession } from '../shell/session.ts';
import { currencyOptions, defaultCurrency } from './currencies.ts';

/** Title, amount, close date, what they need: two clicks and typing. */
export function NewDealForm({
  about,
  currencies,
  suggestedTitle,
  onDone,
}: {
  about: { contactIds: Id[]; companyId: Id | null };
  currencies: (string | null)[];
  suggestedTitle: string;
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
          stageId: null,
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
      <Labelled label={m.words_title_of_deal()} error={errors.title}>
        <input
          ref={first}
          class={css.input}
          dir="auto"
          maxLength={limits.title}
          value={title}
          onInput={(event) => setTitle(event.currentTarget.value)}
        />
      </Labelled>
      <div class={css.money}>
        <Labelled label={m.words_amount()} error={errors.amount}>
          <input
            class={css.input}
            inputMode="decimal"
            autocomplete="off"
            value={amount}
            onInput={(event) => setAmount(event.currentTarget.value)}
          />
        </Labelled>
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
      <Labelled label={m.sidebar_close_date()}>
        <input
          class={css.input}
          type="date"
          value={close}
          onInput={(event) => setClose(event.currentTarget.value)}
        />
      </Labelled>
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
      <div class={css.buttons}>
        <Button look="primary" type="submit">
          {m.sidebar_add_deal()}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {m.words_cancel()}
        </Button>
      </div>
    </Form>
  );
}
