import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { limits } from '../../../shared/domain/limits.ts';
import { ownFieldKey } from '../../../shared/domain/own-field/key.ts';
import { type OwnField, type OwnFieldKind, ownFieldKinds } from '../../../shared/domain/rows.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { errorText } from '../../sidebar/shell/errorText.ts';
import { newId } from '../../sidebar/shell/newId.ts';
import { useSession } from '../../sidebar/shell/session.ts';
import { Form } from '../../ui/Form.tsx';
import { FormEnd } from '../../ui/FormEnd.tsx';
import form from '../../ui/form.module.css';
import { Labelled } from '../../ui/Labelled.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { Choices } from './Choices.tsx';
import { kindText } from './kindText.ts';
import { isNameTaken } from './name.ts';

/** A name, what it holds, and of a choice what can be chosen. It is shown on the record page at first. */
export function NewField({
  noun,
  fields,
  onDone,
}: {
  noun: OwnField['noun'];
  fields: OwnField[];
  onDone: () => void;
}) {
  const session = useSession();
  const [label, setLabel] = useState('');
  const [kind, setKind] = useState<OwnFieldKind>('text');
  const [options, setOptions] = useState<string[]>([]);
  const [error, setError] = useState<string | null>(null);
  const [missing, setMissing] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => input.current?.focus(), []);
  const refuse = (sentence: string) => {
    setError(sentence);
    input.current?.focus();
  };
  const save = async (event: Event) => {
    const name = label.trim();
    if (!name) return refuse(m.fields_needs_name());
    if (isNameTaken(name, fields)) return refuse(m.fields_exists({ name }));
    if (kind === 'choice' && options.length === 0) return setMissing(m.fields_needs_options());
    const outcome = await session.act(
      event,
      'ownField.add',
      {
        ...{ id: newId(), noun, key: ownFieldKey(name), label: name, kind },
        options: kind === 'choice' ? options : [],
        position: 1 + Math.max(-1, ...fields.map(({ position }) => position)),
        places: ['record'],
      },
      true,
    );
    if (outcome.ok) onDone();
    else setMissing(errorText(outcome.code));
  };
  return (
    <Form label={m.fields_add()} onSave={(event) => void save(event)} onCancel={onDone}>
      <TextField
        label={m.fields_name()}
        inputRef={input}
        maxLength={limits.name}
        value={label}
        error={error}
        onText={(text) => {
          setLabel(text);
          setError(null);
        }}
      />
      <Labelled label={m.fields_kind()}>
        <select
          class={form.input}
          value={kind}
          onChange={({ currentTarget }) => {
            setKind(ownFieldKinds.find((each) => each === currentTarget.value) ?? 'text');
            setMissing(null);
          }}
        >
          {ownFieldKinds.map((each) => (
            <option key={each} value={each}>
              {kindText(each)}
            </option>
          ))}
        </select>
      </Labelled>
      {kind === 'choice' && (
        <Choices
          options={options}
          onOptions={(_, next) => {
            setOptions(next);
            setMissing(null);
          }}
        />
      )}
      {missing && (
        <p class={form.error} role="alert">
          {missing}
        </p>
      )}
      <FormEnd save={m.words_save()} cancel={m.words_cancel()} onCancel={onDone} />
    </Form>
  );
}
