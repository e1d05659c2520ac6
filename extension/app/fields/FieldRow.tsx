import { ArrowDown, ArrowUp, X } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { limits } from '../../../shared/domain/limits.ts';
import { type OwnField, ownFieldPlaces } from '../../../shared/domain/rows.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { Input } from '../../../shared/sync/mutation.ts';
import { errorText } from '../../sidebar/shell/errorText.ts';
import { newId } from '../../sidebar/shell/newId.ts';
import { useSession } from '../../sidebar/shell/session.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { FieldList } from '../../ui/FieldList.tsx';
import { Text } from '../../ui/Text.tsx';
import { Choices } from './Choices.tsx';
import css from './Fields.module.css';
import { kindText, placeText } from './kindText.ts';
import { isNameTaken } from './name.ts';

type Move = ((event: Event) => void) | null;

/** One field: its name, what it holds, where it is shown, its place among the others. */
export function FieldRow({
  field,
  fields,
  may,
  onUp,
  onDown,
}: {
  field: OwnField;
  fields: OwnField[];
  may: boolean;
  onUp: Move;
  onDown: Move;
}) {
  const session = useSession();
  const [choosing, choose] = useState(false);
  const { id, label, kind, options, places } = field;
  const edit = async (event: Event, change: Input<'ownField.edit'>['fields'], quiet = false) => {
    const outcome = await session.act(event, 'ownField.edit', { id, fields: change }, quiet);
    return outcome.ok ? null : errorText(outcome.code);
  };
  const rename = async (typed: string, event: Event) => {
    const name = typed.trim();
    if (!name) return m.fields_needs_name();
    if (isNameTaken(name, fields, id)) return m.fields_exists({ name });
    return edit(event, { label: name }, true);
  };
  const remove = async (event: Event) => {
    const outcome = await session.act(event, 'ownField.remove', { id });
    if (!outcome.ok) return;
    const { noun, key, position } = field;
    const again = { noun, key, label, kind, options, position, places };
    session.toasts.show({
      tone: 'plain',
      text: m.fields_removed({ field: label }),
      action: {
        label: m.words_undo(),
        // The server finds the removed one by its key and brings it back with its values.
        run: (click) => void session.act(click, 'ownField.add', { id: newId(), ...again }),
      },
    });
  };
  return (
    <li class={css.field} data-own={field.key}>
      <div class={css.line}>
        <FieldList
          label={label}
          fields={[
            {
              id: `name ${id}`,
              label: kindText(kind),
              value: label,
              maxLength: limits.name,
              title: m.fields_key({ key: field.key }),
              ...(may && { save: rename }),
            },
          ]}
        />
        {may && (
          <div class={css.acts}>
            <IconButton
              label={m.fields_up({ field: label })}
              disabled={!onUp}
              onClick={(event) => onUp?.(event)}
            >
              <ArrowUp size={14} aria-hidden="true" />
            </IconButton>
            <IconButton
              label={m.fields_down({ field: label })}
              disabled={!onDown}
              onClick={(event) => onDown?.(event)}
            >
              <ArrowDown size={14} aria-hidden="true" />
            </IconButton>
            <IconButton label={m.fields_remove({ field: label })} onClick={(event) => void remove(event)}>
              <X size={14} aria-hidden="true" />
            </IconButton>
          </div>
        )}
      </div>
      <fieldset class={css.places} disabled={!may}>
        <legend class={css.legend}>{m.fields_places()}</legend>
        {ownFieldPlaces
          // Only a deal has a card.
          .filter((place) => place !== 'card' || field.noun === 'deal')
          .map((place) => (
            <label key={place} class={css.place}>
              <input
                type="checkbox"
                checked={places.includes(place)}
                aria-label={m.fields_place_for({ field: label, place: placeText(place) })}
                onClick={(event) => {
                  event.preventDefault();
                  const next = places.includes(place)
                    ? places.filter((each) => each !== place)
                    : [...places, place];
                  void edit(event, { places: next });
                }}
              />
              {placeText(place)}
            </label>
          ))}
      </fieldset>
      {kind === 'choice' && (
        <div class={css.options}>
          <Text class={css.muted}>{options.join(' · ')}</Text>
          {may && !choosing && (
            <Button look="link" onClick={() => choose(true)}>
              {m.fields_edit_options({ field: label })}
            </Button>
          )}
          {choosing && (
            <Choices
              options={options}
              onOptions={(event, next) => void edit(event, { options: next })}
              onDone={() => choose(false)}
            />
          )}
        </div>
      )}
    </li>
  );
}
