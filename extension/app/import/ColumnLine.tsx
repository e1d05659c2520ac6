import { useId } from 'preact/hooks';
import type { OwnField } from '../../../shared/domain/rows.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { ColumnGuess, Mapping } from '../../files/columns/mapping.ts';
import type { Target } from '../../files/columns/target.ts';
import type { Column } from '../../files/table.ts';
import form from '../../ui/form.module.css';
import { Text } from '../../ui/Text.tsx';
import css from './ImportPage.module.css';
import { productText } from './productText.ts';
import { groupText, targetText } from './targetText.ts';

/** One column: its name and what stands in it, and what it is taken for. */
export function ColumnLine({
  column,
  at,
  guess,
  targets,
  product,
  ownFields,
  correct,
}: {
  column: Column;
  at: number;
  guess: ColumnGuess;
  targets: readonly Target[];
  product: Mapping['product'];
  ownFields: readonly OwnField[];
  correct: (target: Target) => void;
}) {
  const id = useId();
  const name = column.header.trim() || m.import_column_number({ number: String(at + 1) });
  // A target that only the guess knows is in its menu too.
  const offered = targets.includes(guess.target) ? targets : [guess.target, ...targets];
  return (
    <li class={css.column}>
      <div class={css.columnHead}>
        <Text class={css.columnName}>{name}</Text>
        {column.samples.length === 0 ? (
          <span class={css.small}>{m.import_column_empty()}</span>
        ) : (
          <ul class={css.samples} aria-label={m.import_samples()}>
            {column.samples.map((sample) => (
              <li key={sample}>
                <Text cut>{sample}</Text>
              </li>
            ))}
          </ul>
        )}
      </div>
      <div class={css.columnTarget}>
        <select
          class={form.input}
          aria-label={m.import_column_is({ column: name })}
          aria-describedby={id}
          value={guess.target}
          onChange={(event) => {
            const chosen = offered.find((target) => target === event.currentTarget.value);
            if (chosen) correct(chosen);
          }}
        >
          {grouped(offered).map(({ group, targets: some }) =>
            group === null ? (
              some.map((target) => <Choice key={target} {...{ target, ownFields }} />)
            ) : (
              <optgroup key={group} label={group}>
                {some.map((target) => (
                  <Choice key={target} {...{ target, ownFields }} />
                ))}
              </optgroup>
            ),
          )}
        </select>
        <p class={css.small} id={id}>
          {guess.newField && `${m.import_new_field({ name: guess.newField.label })} · `}
          {basisText(guess, product)}
          {guess.confidence === 'unsure' && guess.basis !== 'none' && (
            <strong class={css.unsure}> · {m.import_basis_unsure()}</strong>
          )}
        </p>
      </div>
    </li>
  );
}

const Choice = ({ target, ownFields }: { target: Target; ownFields: readonly OwnField[] }) => (
  <option value={target}>{targetText(target, ownFields)}</option>
);

/** Neighbours of one noun stand under its name. */
function grouped(targets: readonly Target[]): { group: string | null; targets: Target[] }[] {
  const groups: { group: string | null; targets: Target[] }[] = [];
  for (const target of targets) {
    const group = groupText(target);
    const last = groups.at(-1);
    if (last && last.group === group) last.targets.push(target);
    else groups.push({ group, targets: [target] });
  }
  return groups;
}

function basisText({ basis }: ColumnGuess, product: Mapping['product']): string {
  if (basis === 'product' && product) return m.import_basis_product({ product: productText(product) });
  if (basis === 'product' || basis === 'header') return m.import_basis_header();
  if (basis === 'values') return m.import_basis_values();
  return basis === 'chosen' ? m.import_basis_chosen() : m.import_basis_none();
}
