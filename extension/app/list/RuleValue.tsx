import { arityOf, countsDays } from '../../../shared/domain/view/operators.ts';
import type { Operator } from '../../../shared/domain/view/query.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { TextField } from '../../ui/TextField.tsx';
import { ManyTexts } from './ManyTexts.tsx';
import { OneValue } from './OneValue.tsx';
import { Ticks } from './Ticks.tsx';
import type { ValueProps } from './valueProps.ts';

/** What a condition compares with, by kind of field and operator; nothing where it compares with nothing. */
export function RuleValue({ op, ...props }: ValueProps & { op: Operator }) {
  const { field, values, onValues, label } = props;
  if (arityOf(op) === 'none') return null;
  if (countsDays(op))
    return (
      <TextField
        label={m.list_days_label()}
        type="number"
        inputMode="numeric"
        min={0}
        max={100_000}
        value={values[0] === undefined ? '' : String(values[0])}
        onText={(text) => onValues(/^\d{1,6}$/.test(text) ? [Number(text)] : [])}
      />
    );
  if (arityOf(op) === 'many' && (field.kind === 'text' || field.kind === 'texts' || field.kind === 'link'))
    return <ManyTexts {...props} />;
  if (op === 'contains' || op === 'containsNot')
    return (
      <TextField
        label={label}
        value={String(values[0] ?? '')}
        maxLength={200}
        onText={(text) => onValues(text.trim() ? [text] : [])}
      />
    );
  if (
    arityOf(op) === 'many' &&
    (field.kind === 'choice' || field.kind === 'choices' || field.kind === 'person')
  )
    return <Ticks {...props} />;
  return <OneValue {...props} />;
}
