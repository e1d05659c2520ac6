import { useState } from 'preact/hooks';
import { limits } from '../../../shared/domain/limits.ts';
import { noOrigin } from '../../../shared/domain/row.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { newId } from '../../sidebar/shell/newId.ts';
import { useSession } from '../../sidebar/shell/session.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form } from '../../ui/Form.tsx';
import { FormEnd } from '../../ui/FormEnd.tsx';
import { TextField } from '../../ui/TextField.tsx';
import css from './List.module.css';

/** A company by its name; all else is filled in on its page, which opens. */
export function NewCompany({ onClose }: { onClose: () => void }) {
  const session = useSession();
  const [name, setName] = useState('');
  const [error, setError] = useState<string | null>(null);
  const save = async (event: Event) => {
    const named = name.trim();
    if (!named) return setError(m.list_pick_value());
    const id = newId();
    const none = { industry: null, city: null, country: null, phone: null, website: null, ownerId: null };
    const outcome = await session.act(event, 'company.add', {
      ...none,
      id,
      name: named,
      domains: [],
      own: {},
      origin: { ...noOrigin, channel: 'manual' },
    });
    if (!outcome.ok) return;
    onClose();
    session.open({ noun: 'company', id });
  };
  return (
    <Dialog title={m.list_new_company()} close={m.words_close()} onClose={onClose}>
      <Form
        label={m.list_new_company()}
        class={css.filterForm}
        onCancel={onClose}
        onSave={(event) => void save(event)}
      >
        <TextField
          label={m.words_name()}
          value={name}
          maxLength={limits.name}
          error={error}
          onText={(text) => {
            setName(text);
            setError(null);
          }}
        />
        <FormEnd save={m.words_add()} cancel={m.words_cancel()} onCancel={onClose} />
      </Form>
    </Dialog>
  );
}
