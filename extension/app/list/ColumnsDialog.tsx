import { ArrowDown, ArrowUp } from 'lucide-preact';
import { Link } from 'wouter-preact';
import type { ListColumn, ListQuery } from '../../../shared/domain/view/query.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { ListStart } from '../../messages/list.ts';
import { IconButton } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import form from '../../ui/form.module.css';
import { Labelled } from '../../ui/Labelled.tsx';
import { fieldLabel } from './fieldLabel.ts';
import { sortBy } from './gridColumns.ts';
import css from './List.module.css';

/** Which columns there are, in which order, and in which order the rows are. */
export function ColumnsDialog({
  query,
  onQuery,
  start,
  compact,
  onCompact,
  onClose,
}: {
  query: ListQuery;
  onQuery: (query: ListQuery) => void;
  start: ListStart;
  compact: boolean;
  onCompact: (on: boolean) => void;
  onClose: () => void;
}) {
  const { columns, noun } = query;
  const [first, ...shown] = columns;
  const [sort] = query.sort;
  const labelOf = (name: string) =>
    fieldLabel(
      name,
      start.fields.find((field) => field.name === name),
      noun,
    );
  const set = (next: ListColumn[]) => first && onQuery({ ...query, columns: [first, ...next] });
  const move = (at: number, by: number) => {
    const next = [...shown];
    const [one] = next.splice(at, 1);
    if (one) next.splice(at + by, 0, one);
    set(next);
  };
  const others = start.fields.filter(({ name }) => !columns.some(({ field }) => field === name));
  return (
    <Dialog title={m.list_add_column()} close={m.words_close()} onClose={onClose}>
      <div class={css.columnForm}>
        <div class={form.row}>
          <Labelled label={m.list_order_by()}>
            <select
              class={form.input}
              value={sort?.field ?? ''}
              onChange={({ currentTarget: { value } }) =>
                onQuery({ ...query, sort: sortBy(value, sort?.descending ?? false, start) })
              }
            >
              {start.fields.map((field) => (
                <option key={field.name} value={field.name}>
                  {fieldLabel(field.name, field, noun)}
                </option>
              ))}
            </select>
          </Labelled>
          <Labelled label={m.list_order()}>
            <select
              class={form.input}
              value={sort?.descending ? 'down' : 'up'}
              onChange={({ currentTarget: { value } }) =>
                onQuery({
                  ...query,
                  sort: query.sort.map((each, i) =>
                    i === 0 ? { ...each, descending: value === 'down' } : each,
                  ),
                })
              }
            >
              <option value="up">{m.list_ascending()}</option>
              <option value="down">{m.list_descending()}</option>
            </select>
          </Labelled>
        </div>
        <label class={css.tickLine}>
          <input
            type="checkbox"
            checked={compact}
            onChange={({ currentTarget }) => onCompact(currentTarget.checked)}
          />
          {m.list_compact()}
        </label>
        <fieldset class={css.columnList}>
          <legend class={css.legend}>{m.list_columns()}</legend>
          <div class={css.columnLine}>
            <span class={css.columnName}>{first && labelOf(first.field)}</span>
            <span class={css.muted}>{m.list_column_first()}</span>
          </div>
          {shown.map(({ field }, at) => (
            <div key={field} class={css.columnLine}>
              <label class={css.columnName}>
                <input
                  type="checkbox"
                  checked
                  onChange={() => set(shown.filter((each) => each.field !== field))}
                />
                <span dir="auto">{labelOf(field)}</span>
              </label>
              <IconButton
                label={m.list_column_move_up({ field: labelOf(field) })}
                disabled={at === 0}
                onClick={() => move(at, -1)}
              >
                <ArrowUp size={14} aria-hidden="true" />
              </IconButton>
              <IconButton
                label={m.list_column_move_down({ field: labelOf(field) })}
                disabled={at === shown.length - 1}
                onClick={() => move(at, 1)}
              >
                <ArrowDown size={14} aria-hidden="true" />
              </IconButton>
            </div>
          ))}
          {others.map(({ name }) => (
            <div key={name} class={css.columnLine}>
              <label class={css.columnName}>
                <input
                  type="checkbox"
                  checked={false}
                  onChange={() => set([...shown, { field: name, width: null }])}
                />
                <span dir="auto">{labelOf(name)}</span>
              </label>
            </div>
          ))}
        </fieldset>
        {noun !== 'task' && (
          <Link href="/fields" onClick={onClose}>
            {m.fields_title()}
          </Link>
        )}
      </div>
    </Dialog>
  );
}
