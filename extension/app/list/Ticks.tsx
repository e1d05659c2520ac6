import css from './List.module.css';
import { membersOf } from './membersOf.ts';
import { useValues } from './useValues.ts';
import type { ValueProps } from './valueProps.ts';
import { choiceText } from './valueText.ts';

/** Several of a few. */
export function Ticks({ noun, field, start, label, values, onValues }: ValueProps) {
  const found = useValues(noun, field, '', field.options === null && field.kind !== 'person');
  const options =
    field.kind === 'person'
      ? membersOf(start)
      : (field.options ?? found.map(({ value }) => value)).map((each) => ({
          value: each,
          text: choiceText(field.name, each),
        }));
  return (
    <fieldset class={css.ticks}>
      <legend>{label}</legend>
      {options.map((option) => (
        <label key={option.value} class={css.tickLine}>
          <input
            type="checkbox"
            checked={values.includes(option.value)}
            onChange={({ currentTarget: { checked } }) =>
              onValues(checked ? [...values, option.value] : values.filter((each) => each !== option.value))
            }
          />
          <span dir="auto">{option.text}</span>
        </label>
      ))}
    </fieldset>
  );
}
