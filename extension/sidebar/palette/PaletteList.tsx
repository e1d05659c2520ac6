import * as m from '../../../shared/i18n/compiled/messages.js';
import { Text } from '../../ui/Text.tsx';
import type { Group, Row } from './groups.ts';
import css from './Palette.module.css';
import { keyOf, PaletteOption } from './PaletteOption.tsx';

/** What is offered, in its groups; one of it is chosen. The options' ids are the list's with their number. */
export function PaletteList({
  id,
  groups,
  chosen,
  onAt,
  onPick,
}: {
  id: string;
  groups: readonly Group[];
  chosen: number;
  onAt: (index: number) => void;
  onPick: (row: Row, event: Event) => void;
}) {
  const rows = groups.flatMap((group) => group.rows);
  return (
    <div
      role="listbox"
      id={`${id}-list`}
      class={css.list}
      aria-label={m.palette_title()}
      hidden={rows.length === 0}
    >
      {groups.map((group) => (
        // biome-ignore lint/a11y/useSemanticElements: a listbox has groups of options, no fieldsets
        <div role="group" key={group.id} aria-labelledby={`${id}-${group.id}`}>
          <div class={css.group} id={`${id}-${group.id}`}>
            <Text cut>{group.title}</Text>
          </div>
          {group.rows.map((row) => {
            const index = rows.indexOf(row);
            return (
              <PaletteOption
                key={keyOf(row)}
                id={`${id}-${index}`}
                row={row}
                chosen={index === chosen}
                onAt={() => onAt(index)}
                onPick={(event) => onPick(row, event)}
              />
            );
          })}
        </div>
      ))}
    </div>
  );
}
