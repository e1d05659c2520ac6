import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { limits } from '../../../shared/domain/limits.ts';
import { type PartyRole, partyRoles } from '../../../shared/domain/rows.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { Form } from '../../ui/Form.tsx';
import { FormEnd } from '../../ui/FormEnd.tsx';
import type { Done, Field } from '../../ui/field.ts';
import css from '../../ui/form.module.css';
import { Labelled } from '../../ui/Labelled.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { roleText } from './roleText.ts';

type Given = { role: PartyRole | null; roleReason: string | null };
type Save = (event: Event, given: Given) => Promise<string | null>;

/** What somebody is to us and why, as a row of the profile. */
export const roleField = (given: Given, save: Save | null): Field => ({
  id: 'role',
  label: m.record_role(),
  value: given.role ?? '',
  ...(given.role && {
    shown: given.roleReason ? `${roleText(given.role)}: ${given.roleReason}` : roleText(given.role),
  }),
  invite: m.words_add(),
  ...(save && {
    editor: (onDone: (how: Done) => void) => <RoleForm given={given} save={save} onDone={onDone} />,
  }),
});

/** Whoever is blocked is so for a reason: without one nobody knows when it ends. */
function RoleForm({ given, save, onDone }: { given: Given; save: Save; onDone: (how: Done) => void }) {
  const [role, setRole] = useState<PartyRole | null>(given.role);
  const [reason, setReason] = useState(given.roleReason ?? '');
  const [error, setError] = useState<string | null>(null);
  const first = useRef<HTMLSelectElement>(null);
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => first.current?.focus(), []);
  const leave = () => onDone({ saved: null, keyboard: true });
  const submit = async (event: Event) => {
    if (role === 'blocked' && !reason.trim()) {
      setError(m.record_role_needs_reason());
      field.current?.focus();
      return;
    }
    const refusal = await save(event, { role, roleReason: role === null ? null : reason.trim() || null });
    if (refusal === null) onDone({ saved: role ? roleText(role) : '', keyboard: true });
    else setError(refusal);
  };
  return (
    <Form label={m.record_role()} onSave={(event) => void submit(event)} onCancel={leave}>
      <Labelled label={m.record_role()}>
        <select
          class={css.input}
          ref={first}
          value={role ?? ''}
          onChange={({ currentTarget }) =>
            setRole(partyRoles.find((each) => each === currentTarget.value) ?? null)
          }
        >
          <option value="">{m.record_role_none()}</option>
          {partyRoles.map((each) => (
            <option key={each} value={each}>
              {roleText(each)}
            </option>
          ))}
        </select>
      </Labelled>
      {role !== null && (
        <TextField
          label={m.record_role_reason()}
          placeholder={role === 'blocked' ? m.record_role_reason_hint() : ''}
          maxLength={limits.reason}
          inputRef={field}
          value={reason}
          error={error}
          onText={(text) => {
            setReason(text);
            setError(null);
          }}
        />
      )}
      <FormEnd save={m.words_save()} cancel={m.words_cancel()} onCancel={leave} />
    </Form>
  );
}
