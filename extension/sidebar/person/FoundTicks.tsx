import type { FoundField } from '../../messages/screen/found-fields.ts';
import { Address, isAddress } from '../../ui/Address.tsx';
import { Text } from '../../ui/Text.tsx';
import { evidenceText } from './evidenceText.ts';
import css from './FoundTicks.module.css';

/** What was found, each with a tick and where it was found. */
export function FoundTicks({
  fields,
  off,
  onToggle,
}: {
  fields: FoundField[];
  off: ReadonlySet<string>;
  onToggle: (id: string) => void;
}) {
  return (
    <ul class={css.list}>
      {fields.map((field) => (
        <li key={field.id}>
          <label class={css.row}>
            <input type="checkbox" checked={!off.has(field.id)} onChange={() => onToggle(field.id)} />
            {isAddress(field.value) ? (
              <Address class={css.value}>{field.value}</Address>
            ) : (
              <Text class={css.value}>{field.value}</Text>
            )}
            <span class={css.source}>{evidenceText(field.source)}</span>
          </label>
        </li>
      ))}
    </ul>
  );
}
