import { X } from 'lucide-preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { ownKeyOf } from '../../../../shared/domain/deal/require.ts';
import { limits } from '../../../../shared/domain/limits.ts';
import type { OwnField } from '../../../../shared/domain/rows.ts';
import * as m from '../../../../shared/i18n/compiled/messages.js';
import type { BoardView } from '../../../messages/board.ts';
import { currencyOptions } from '../../../sidebar/deal/currencies.ts';
import { Picker } from '../../../sidebar/search/Picker.tsx';
import { IconButton } from '../../../ui/Button.tsx';
import css from '../../../ui/form.module.css';
import { Labelled } from '../../../ui/Labelled.tsx';
import { late } from '../../../ui/late.tsx';
import { Text } from '../../../ui/Text.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { requirementText } from '../requirementText.ts';
import { currencyOf, nameOf, type Typed } from './answers.ts';

const PersonChoice = late(() =>
  import('../../../sidebar/own-field/PersonChoice.tsx').then((part) => part.PersonChoice),
);

type AskFieldProps = {
  field: string;
  first: boolean;
  view: BoardView;
  typed: Typed;
  error: string | undefined;
  onTyped: (change: Typed) => void;
};

/** One thing that a stage asks for, in the form that its kind has. */
export function AskField(props: AskFieldProps) {
  const { field, first, view, typed, error, onTyped } = props;
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (first) place.current?.querySelector<HTMLElement>('input, select, textarea')?.focus();
  }, [first]);
  const label = requirementText(field, view.ownFields);
  const own = view.ownFields.find(({ key }) => key === ownKeyOf(field));
  const kind = own?.kind ?? field;
  const text = (type?: string, inputMode?: 'decimal') => (
    <TextField
      label={label}
      error={error}
      type={type}
      inputMode={inputMode}
      autocomplete="off"
      maxLength={limits.title}
      value={typed[field] ?? ''}
      onText={(value) => onTyped({ [field]: value })}
    />
  );
  const select = (options: readonly { value: string; label: string }[]) => (
    <Labelled label={label} error={error}>
      <select
        class={css.input}
        value={typed[field] ?? ''}
        onChange={(event) => onTyped({ [field]: event.currentTarget.value })}
      >
        <option value="">–</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Labelled>
  );
  return (
    <div ref={place}>
      {kind === 'amountMinor' || kind === 'money' ? (
        <div class={css.money}>
          {text(undefined, 'decimal')}
          <Labelled label={m.words_currency()}>
            <select
              class={css.input}
              value={typed[currencyOf(field)]}
              onChange={(event) => onTyped({ [currencyOf(field)]: event.currentTarget.value })}
            >
              {currencyOptions(typed[currencyOf(field)] ?? null).map((option) => (
                <option key={option.value} value={option.value}>
                  {option.label}
                </option>
              ))}
            </select>
          </Labelled>
        </div>
      ) : kind === 'expectedClose' || kind === 'date' ? (
        text('date')
      ) : kind === 'number' ? (
        text(undefined, 'decimal')
      ) : kind === 'need' ? (
        <Labelled label={label} error={error}>
          <textarea
            class={css.input}
            dir="auto"
            rows={3}
            maxLength={limits.need}
            value={typed[field] ?? ''}
            onInput={(event) => onTyped({ [field]: event.currentTarget.value })}
          />
        </Labelled>
      ) : kind === 'ownerId' ? (
        select(view.members.map(({ id, name }) => ({ value: id, label: name })))
      ) : kind === 'choice' ? (
        select((own as OwnField).options.map((option) => ({ value: option, label: option })))
      ) : kind === 'yes-no' ? (
        select([
          { value: '1', label: m.record_yes() },
          { value: '0', label: m.record_no() },
        ])
      ) : kind === 'companyId' || kind === 'contactIds' || kind === 'person' ? (
        <Chosen {...props} label={label} kind={kind} />
      ) : (
        text()
      )}
    </div>
  );
}

/** A company or a person, found by a few letters. */
function Chosen({
  field,
  first,
  view,
  typed,
  error,
  onTyped,
  label,
  kind,
}: AskFieldProps & { label: string; kind: 'companyId' | 'contactIds' | 'person' }) {
  // What was half typed when the focus left is gone with the search: another one begins.
  const [round, setRound] = useState(0);
  const name = typed[nameOf(field)];
  const pick = (id: string, title: string) => onTyped({ [field]: id, [nameOf(field)]: title });
  const leave = () => setRound(round + 1);
  return (
    // biome-ignore lint/a11y/useSemanticElements: one value and the search for it
    <div class={css.field} role="group" aria-label={label}>
      <span class={css.label}>{label}</span>
      {typed[field] && name ? (
        <span class={css.buttons}>
          <Text>{name}</Text>
          <IconButton label={m.board_choose_another()} onClick={() => pick('', '')}>
            <X size={14} aria-hidden="true" />
          </IconButton>
        </span>
      ) : kind === 'person' ? (
        <PersonChoice
          key={round}
          label={label}
          start=""
          members={view.members}
          onPick={(id, title) => id && pick(id, title)}
          onLeave={leave}
        />
      ) : (
        <Picker
          key={round}
          noun={kind === 'companyId' ? 'company' : 'contact'}
          label={label}
          focus={first && round === 0}
          onPick={({ id, title }) => pick(id, title)}
          onLeave={leave}
        />
      )}
      {error && (
        <p class={css.error} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
