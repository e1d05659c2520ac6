import { Copy, Plus, X } from 'lucide-preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { limits } from '../../../shared/domain/limits.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { KeyKind } from '../../../shared/identity/key.ts';
import { errorText } from '../../sidebar/shell/errorText.ts';
import type { Outcome } from '../../sidebar/shell/outcome.ts';
import { useSession } from '../../sidebar/shell/session.ts';
import { Address } from '../../ui/Address.tsx';
import { IconButton } from '../../ui/Button.tsx';
import { Form } from '../../ui/Form.tsx';
import { FormEnd } from '../../ui/FormEnd.tsx';
import form from '../../ui/form.module.css';
import { Labelled } from '../../ui/Labelled.tsx';
import { Empty, Section } from '../../ui/Section.tsx';
import { TextField } from '../../ui/TextField.tsx';
import css from './Record.module.css';
import { readKey } from './readKey.ts';
import { sourceText } from './sourceText.ts';

export type ShownKey = { kind: KeyKind; value: string; source: string | null };
type Change = (event: Event, key: ShownKey, quiet?: boolean) => Promise<Outcome<unknown>>;

const kindNames: Record<KeyKind, () => string> = {
  email: m.words_email,
  phone: m.words_phone,
  profile: m.words_profile,
  domain: m.words_domain,
  external: m.words_external,
};

/** By what mails and pages are matched with them, and where each was learnt from. */
export function Keys({
  keys,
  kinds,
  add,
  remove,
}: {
  keys: ShownKey[];
  /** What can be added. */
  kinds: KeyKind[];
  add: Change;
  remove: Change;
}) {
  const session = useSession();
  const [adding, setAdding] = useState(false);
  const may = session.canChange.value;
  const copy = async (value: string) => {
    const text = await navigator.clipboard.writeText(value).then(
      () => m.record_key_copied({ value }),
      // A browser that asks may be told no.
      () => m.record_key_copy_failed(),
    );
    session.toasts.show({ tone: 'plain', text });
  };
  const takeOff = async (event: Event, key: ShownKey) => {
    const outcome = await remove(event, key);
    if (!outcome.ok) return;
    session.toasts.show({
      tone: 'plain',
      text: m.sidebar_removed({ what: key.value }),
      action: { label: m.words_undo(), run: (click) => void add(click, key) },
    });
  };
  return (
    <Section
      title={m.record_keys()}
      count={keys.length}
      action={
        may && (
          <IconButton label={m.record_key_add()} onClick={() => setAdding(true)}>
            <Plus size={16} aria-hidden="true" />
          </IconButton>
        )
      }
    >
      {adding && <NewKey keys={keys} kinds={kinds} add={add} onDone={() => setAdding(false)} />}
      {keys.length === 0 && !adding && <Empty>{m.record_keys_none()}</Empty>}
      <ul>
        {keys.map((key) => (
          <li key={`${key.kind} ${key.value}`} class={css.key} data-key={key.kind}>
            <div>
              <div class={css.keyValue}>
                <Address>{key.value}</Address>
              </div>
              <div class={css.muted}>
                {kindNames[key.kind]()}
                {key.source && ` · ${m.record_key_source({ source: sourceText(key.source) })}`}
              </div>
            </div>
            <div class={css.keyActs}>
              <IconButton
                label={m.record_key_copy({ value: key.value })}
                onClick={() => void copy(key.value)}
              >
                <Copy size={14} aria-hidden="true" />
              </IconButton>
              {may && (
                <IconButton
                  label={m.sidebar_remove({ what: key.value })}
                  onClick={(event) => void takeOff(event, key)}
                >
                  <X size={14} aria-hidden="true" />
                </IconButton>
              )}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function NewKey({
  keys,
  kinds,
  add,
  onDone,
}: {
  keys: ShownKey[];
  kinds: KeyKind[];
  add: Change;
  onDone: () => void;
}) {
  const [kind, setKind] = useState<KeyKind>(kinds[0] ?? 'email');
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => input.current?.focus(), []);
  const save = async (event: Event) => {
    const read = readKey(kind, typed);
    if ('wrong' in read) return setError(read.wrong);
    if (keys.some((key) => key.kind === kind && key.value === read.value))
      return setError(m.record_key_there());
    const outcome = await add(event, { kind, value: read.value, source: 'manual' }, true);
    if (outcome.ok) onDone();
    else setError(errorText(outcome.code));
  };
  return (
    <Form label={m.record_key_add()} onSave={(event) => void save(event)} onCancel={onDone}>
      {kinds.length > 1 && (
        <Labelled label={m.record_key_kind()}>
          <select
            class={form.input}
            value={kind}
            onChange={({ currentTarget }) => {
              setKind(kinds.find((each) => each === currentTarget.value) ?? kind);
              setError(null);
            }}
          >
            {kinds.map((each) => (
              <option key={each} value={each}>
                {kindNames[each]()}
              </option>
            ))}
          </select>
        </Labelled>
      )}
      <TextField
        label={m.record_key_value()}
        inputRef={input}
        maxLength={limits.url}
        value={typed}
        error={error}
        onText={(text) => {
          setTyped(text);
          setError(null);
        }}
      />
      <FormEnd save={m.words_save()} cancel={m.words_cancel()} onCancel={onDone} />
    </Form>
  );
}
