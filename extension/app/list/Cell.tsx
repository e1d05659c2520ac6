import type { Field } from '../../../shared/domain/view/fields.ts';
import type { FieldValue } from '../../../shared/domain/view/rule.ts';
import { isLifeCycle, lifeCycleText, lifeCycleTone } from '../../sidebar/person/lifeCycleText.ts';
import { RoleChip } from '../../sidebar/role/RoleChip.tsx';
import { isPartyRole } from '../../sidebar/role/roleText.ts';
import { Chip } from '../../ui/Chip.tsx';
import { dayInFull } from '../../ui/day.ts';
import { langOf } from '../../ui/langOf.ts';
import { absoluteTime } from '../../ui/relativeTime.ts';
import { type Telling, valueText } from './valueText.ts';

const linked = new Set(['company', 'contact', 'deal']);

/** What a row says of a field. Links inside a row are for the pointer: by keys Enter opens the row itself. */
export function Cell({ field, value, telling }: { field: Field; value: FieldValue; telling: Telling }) {
  const text = valueText(field, value, telling);
  if (text === '') return null;
  if (field.name === 'lifeCycle' && isLifeCycle(value))
    return <Chip tone={lifeCycleTone[value]}>{lifeCycleText(value)}</Chip>;
  if (field.name === 'role' && isPartyRole(value)) return <RoleChip party={value} reason={null} />;
  if (linked.has(field.name) && typeof value === 'object' && value !== null && 'id' in value)
    return (
      <a href={`#/${field.name}/${value.id}`} tabIndex={-1} lang={langOf(text)}>
        {text}
      </a>
    );
  if (field.kind === 'instant')
    return <time title={absoluteTime(Number(value), telling.locale)}>{text}</time>;
  if (field.kind === 'day') return <time title={dayInFull(String(value), telling.locale)}>{text}</time>;
  return (
    <span dir="auto" lang={langOf(text)}>
      {text}
    </span>
  );
}
