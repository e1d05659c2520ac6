import { ownRequirement, requirable } from '../../../../shared/domain/deal/require.ts';
import type { OwnField, Stage } from '../../../../shared/domain/rows.ts';
import * as m from '../../../../shared/i18n/compiled/messages.js';
import { Menu } from '../../../ui/Menu.tsx';
import { requirementText } from '../requirementText.ts';
import css from './Arrange.module.css';

/** Which fields of a deal a stage asks for. */
export function RequiresChoice({
  stage,
  ownFields,
  may,
  onPick,
}: {
  stage: Stage;
  ownFields: readonly OwnField[];
  may: boolean;
  onPick: (event: Event, requires: string[]) => void;
}) {
  const fields = [...requirable, ...ownFields.map(({ key }) => ownRequirement(key))];
  const asked = stage.requires.filter((field) => fields.includes(field));
  const names = asked.map((field) => requirementText(field, ownFields));
  const summary =
    names.length > 0 ? m.board_requires({ fields: names.join(', ') }) : m.board_requires_nothing();
  if (!may) return <span class={css.requires}>{summary}</span>;
  return (
    <Menu
      label={m.board_requires_of({ stage: stage.name, what: summary })}
      title={summary}
      class={css.requires}
      trigger={<span class={css.cut}>{summary}</span>}
      items={fields.map((field) => ({
        id: field,
        label: requirementText(field, ownFields),
        checked: stage.requires.includes(field),
        role: 'switch' as const,
        onPick: (event: Event) =>
          onPick(
            event,
            stage.requires.includes(field)
              ? stage.requires.filter((one) => one !== field)
              : [...stage.requires, field],
          ),
      }))}
    />
  );
}
