import { useState } from 'preact/hooks';
import { limits } from '../../../shared/domain/limits.ts';
import type { View } from '../../../shared/domain/rows.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { Dialog } from '../../ui/Dialog.tsx';
import { Form } from '../../ui/Form.tsx';
import { FormEnd } from '../../ui/FormEnd.tsx';
import { TextField } from '../../ui/TextField.tsx';
import css from './List.module.css';

/** What a view is called, and whether it is the team's. */
export function ViewDialog({
  view,
  mayHide,
  onSave,
  onClose,
}: {
  view: View | null;
  /** Whether it may be one's own: nobody takes another's from the team. */
  mayHide: boolean;
  onSave: (event: Event, name: string, hidden: boolean) => void;
  onClose: () => void;
}) {
  const [name, setName] = useState(view?.name ?? '');
  const [hidden, setHidden] = useState(view ? view.privateTo !== null : true);
  const [error, setError] = useState<string | null>(null);
  const title = view ? m.list_view_rename() : m.list_view_save_as();
  return (
    <Dialog title={title} close={m.words_close()} onClose={onClose}>
      <Form
        label={title}
        class={css.filterForm}
        onCancel={onClose}
        onSave={(event) => {
          if (name.trim()) onSave(event, name.trim(), hidden);
          else setError(m.list_view_needs_name());
        }}
      >
        <TextField
          label={m.list_view_name()}
          value={name}
          maxLength={limits.name}
          error={error}
          onText={(text) => {
            setName(text);
            setError(null);
          }}
        />
        {mayHide && (
          <label class={css.tickLine}>
            <input
              type="checkbox"
              checked={hidden}
              onChange={({ currentTarget }) => setHidden(currentTarget.checked)}
            />
            {m.list_view_mine()}
          </label>
        )}
        <FormEnd save={m.words_save()} cancel={m.words_cancel()} onCancel={onClose} />
      </Form>
    </Dialog>
  );
}
