import { Plus } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { OwnField } from '../../../shared/domain/rows.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { useSession } from '../../sidebar/shell/session.ts';
import { IconButton } from '../../ui/Button.tsx';
import { Empty, Section } from '../../ui/Section.tsx';
import { FieldRow } from './FieldRow.tsx';
import css from './Fields.module.css';
import { fieldsOfText } from './kindText.ts';
import { NewField } from './NewField.tsx';

/** The fields of one noun in the order in which they are shown. */
export function FieldsOf({
  noun,
  fields,
  may,
}: {
  noun: OwnField['noun'];
  fields: OwnField[];
  may: boolean;
}) {
  const session = useSession();
  const [adding, setAdding] = useState(false);
  const [told, tell] = useState('');

  /** By buttons alone, so that no mouse is needed; what became of it is said. */
  const move = async (event: Event, field: OwnField, by: 1 | -1) => {
    const order = fields.filter(({ id }) => id !== field.id);
    const at = fields.indexOf(field) + by;
    order.splice(at, 0, field);
    const changes = order.flatMap(({ id, position }, index) =>
      position === index
        ? []
        : [{ verb: 'ownField.edit' as const, input: { id, fields: { position: index } } }],
    );
    const outcome = await session.change(event, () => session.client.call('actAll', { changes }));
    if (outcome.ok) tell(m.fields_moved({ field: field.label, at: at + 1 }));
  };
  return (
    <Section
      title={fieldsOfText(noun)}
      count={fields.length}
      action={
        may && (
          <IconButton label={`${m.fields_add()}: ${fieldsOfText(noun)}`} onClick={() => setAdding(true)}>
            <Plus size={16} aria-hidden="true" />
          </IconButton>
        )
      }
    >
      {adding && <NewField noun={noun} fields={fields} onDone={() => setAdding(false)} />}
      {fields.length === 0 && !adding && <Empty>{m.fields_none()}</Empty>}
      <ul class={css.list}>
        {fields.map((field, at) => (
          <FieldRow
            key={field.id}
            field={field}
            fields={fields}
            may={may}
            onUp={at > 0 ? (event) => void move(event, field, -1) : null}
            onDown={at < fields.length - 1 ? (event) => void move(event, field, 1) : null}
          />
        ))}
      </ul>
      <p role="status" class={css.unseen}>
        {told}
      </p>
    </Section>
  );
}
