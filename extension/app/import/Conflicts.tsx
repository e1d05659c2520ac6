import { useId } from 'preact/hooks';
import type { Conflict } from '../../../shared/domain/import/planned.ts';
import type { OwnField } from '../../../shared/domain/rows.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { fieldText } from '../../sidebar/shell/fieldText.ts';
import { Text } from '../../ui/Text.tsx';
import { useCounts } from './format.ts';
import css from './ImportPage.module.css';
import { LongList } from './LongList.tsx';

/** Where the file says other than the workspace: which of the two counts by the rules. */
export function Conflicts({
  conflicts,
  total,
  ownFields,
}: {
  conflicts: readonly Conflict[];
  total: number;
  ownFields: readonly OwnField[];
}) {
  const counts = useCounts();
  const id = useId();
  if (total === 0) return null;
  const nameOf = ({ noun, field }: Conflict): string => {
    const key = field.startsWith('own.') ? field.slice(4) : null;
    const own = ownFields.find((each) => each.noun === noun && each.key === key);
    return own?.label ?? fieldText(field, noun);
  };
  return (
    <section aria-labelledby={id}>
      <h3 class={css.subtitle} id={id}>
        {m.import_conflicts()} <span class={css.count}>{counts(total).shown}</span>
      </h3>
      {conflicts.length < total && (
        <p class={css.small}>
          {m.import_problems_first({ shown: counts(conflicts.length).shown, total: counts(total).shown })}
        </p>
      )}
      <LongList
        lines={conflicts.map((conflict, at) => {
          const said = {
            field: nameOf(conflict),
            has: String(conflict.has ?? ''),
            file: String(conflict.file ?? ''),
          };
          return (
            <li key={at}>
              <span class={css.where}>
                {m.import_row({ row: counts(conflict.row).shown })} · <Text>{conflict.name}</Text>
              </span>{' '}
              {conflict.taken ? m.import_conflict_taken(said) : m.import_conflict_kept(said)}
            </li>
          );
        })}
      />
    </section>
  );
}
