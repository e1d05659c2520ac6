import type { FoundField } from '../../messages/screen/found-fields.ts';
import { Address, isAddress } from '../../ui/Address.tsx';
import { Text } from '../../ui/Text.tsx';
import { evidenceText } from './evidenceText.ts';
import css from './FoundTicks.module.css';

/** What was found, each with a tick and where it was found. */
export function FoundTicks({
  fields,
  isTicked,
  onToggle,
}: {
  fields: FoundField[];
  isTicked: (field: FoundField) => boolean;
  onToggle: (field: FoundField) => void;
}) {
  return (
    <ul class={css.list}>
      {fields.map((field) => (
        <li key={field.id}>
          <label class={css.row}>
            <input type="checkbox" checked={isTicked(field)} onChange={() => onToggle(field)} />
            {isAddress(field.seen.value) ? (
              <Address class={css.value}>{field.seen.value}</Address>
            ) : (
              <Text class={css.value}>{field.seen.value}</Text>
            )}
            <span class={css.source}>{evidenceText(field.seen.source)}</span>
          </label>
        </li>
      ))}
    </ul>
  );
}
