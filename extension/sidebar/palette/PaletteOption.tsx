import { Ban, Briefcase, Building2, FileText, UserRound } from 'lucide-preact';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { classes } from '../../ui/classes.ts';
import { Text } from '../../ui/Text.tsx';
import unseen from '../../ui/unseen.module.css';
import type { Row } from './groups.ts';
import css from './Palette.module.css';

const icons = { contact: UserRound, company: Building2, deal: Briefcase } as const;

/** What a row is told by among the others. */
export const keyOf = (row: Row): string =>
  row.kind === 'command' ? row.command.id : row.kind === 'record' ? row.record.id : row.template.id;

/** One of the list; the field above keeps the focus and has the keys. */
export function PaletteOption({
  id,
  row,
  chosen,
  onAt,
  onPick,
}: {
  id: string;
  row: Row;
  chosen: boolean;
  onAt: () => void;
  onPick: (event: Event) => void;
}) {
  const { Icon, title, detail, keys, off, on } = partsOf(row);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys, as in any combobox
    // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus (aria-activedescendant)
    <div
      id={id}
      role="option"
      aria-selected={chosen}
      aria-disabled={off !== null}
      class={classes(css.row, chosen && css.chosen, off !== null && css.off)}
      // Leaving the field would lose the caret.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPick}
      onPointerMove={onAt}
    >
      <Icon size={16} aria-hidden="true" />
      <span class={css.words}>
        <Text class={css.name}>{title}</Text>
        {(off ?? detail) && (
          <Text cut class={css.detail}>
            {off ?? detail ?? ''}
          </Text>
        )}
      </span>
      {on && (
        <span class={css.on}>
          <span aria-hidden="true">✓</span>
          <span class={unseen.unseen}>{m.palette_on()}</span>
        </span>
      )}
      {keys && <kbd class={css.key}>{keys}</kbd>}
    </div>
  );
}

function partsOf(row: Row) {
  if (row.kind === 'command') {
    const { icon: Icon, label: title, detail = null, keys, off = null, on = false } = row.command;
    return { Icon, title, detail, keys, off, on };
  }
  const plain = { keys: undefined, off: null, on: false };
  if (row.kind === 'template') {
    const { name, subject } = row.template;
    return { Icon: FileText, title: name, detail: subject, ...plain };
  }
  const { noun, title, detail, blocked } = row.record;
  const said = blocked ? [m.record_role_blocked(), detail].filter(Boolean).join(' · ') : detail;
  return { Icon: blocked ? Ban : icons[noun], title, detail: said, ...plain };
}
