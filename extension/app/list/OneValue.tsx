import { useState } from 'preact/hooks';
import { readNumber } from '../../sidebar/own-field/readOwn.ts';
import { useSession } from '../../sidebar/shell/session.ts';
import { TextField } from '../../ui/TextField.tsx';
import { ChosenValue } from './ChosenValue.tsx';
import { MoneyValue } from './MoneyValue.tsx';
import type { ValueProps } from './valueProps.ts';

/** One value of a field, as a condition or a change of many rows takes it. */
export function OneValue(props: ValueProps) {
  const { field, label, values, onValues } = props;
  const session = useSession();
  const [typed, setTyped] = useState<string | null>(null);
  const [value] = values;
  if (field.kind === 'yes-no' || field.kind === 'person' || field.kind === 'choice')
    return <ChosenValue {...props} />;
  if (field.kind === 'day' || field.kind === 'instant')
    return (
      <TextField
        label={label}
        type="date"
        value={value === undefined ? '' : value === 'today' ? session.today.value : String(value)}
        onText={(text) => onValues(text ? [text] : [])}
      />
    );
  if (field.kind === 'money') return <MoneyValue {...props} />;
  const isNumber = field.kind === 'number';
  return (
    <TextField
      label={label}
      inputMode={isNumber ? 'decimal' : 'text'}
      maxLength={300}
      value={typed ?? (value === undefined ? '' : String(value))}
      onText={(text) => {
        setTyped(text);
        const read = isNumber ? readNumber(text) : text.trim();
        const isNothing = read === null || read === '';
        onValues(isNothing ? [] : [read], undefined, isNothing && text.trim() !== '');
      }}
    />
  );
}
