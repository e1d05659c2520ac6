import * as m from '../../../shared/i18n/compiled/messages.js';
import form from '../../ui/form.module.css';
import { Labelled } from '../../ui/Labelled.tsx';
import { membersOf } from './membersOf.ts';
import type { ValueProps } from './valueProps.ts';
import { choiceText } from './valueText.ts';

/** One of a few that are known. */
export function ChosenValue({ field, label, values, onValues, start }: ValueProps) {
  const [value] = values;
  const options =
    field.kind === 'yes-no'
      ? [1, 0].map((each) => ({ value: String(each), text: each === 1 ? m.list_yes() : m.list_no() }))
      : field.kind === 'person'
        ? membersOf(start)
        : (field.options ?? []).map((each) => ({ value: each, text: choiceText(field.name, each) }));
  return (
    <Labelled label={label}>
      <select
        class={form.input}
        value={value === undefined ? '' : String(value)}
        onChange={({ currentTarget: { value: chosen } }) =>
          onValues(chosen === '' ? [] : [field.kind === 'yes-no' ? Number(chosen) : chosen])
        }
      >
        <option value="">–</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </Labelled>
  );
}
