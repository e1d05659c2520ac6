import { ListFilter, X } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { ListQuery, Rule } from '../../../shared/domain/view/query.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { ListStart } from '../../messages/list.ts';
import { Button } from '../../ui/Button.tsx';
import { late } from '../../ui/late.tsx';
import css from './List.module.css';
import { ruleText, type Telling } from './valueText.ts';

const FilterDialog = late(() => import('./FilterDialog.tsx').then((part) => part.FilterDialog));

/** The conditions, each of which can be changed or taken away. */
export function FilterChips({
  query,
  onQuery,
  start,
  telling,
  names,
  onNames,
}: {
  query: ListQuery;
  onQuery: (query: ListQuery) => void;
  start: ListStart;
  telling: Telling;
  /** What ids in conditions are called, as far as it was seen. */
  names: Readonly<Record<string, string>>;
  onNames: (names: Record<string, string>) => void;
}) {
  /** The place of the group that is open; one past the last: a new one. */
  const [open, setOpen] = useState<number | null>(null);
  const { filters, noun } = query;
  const nameOf = (id: string) => start.members.find((member) => member.id === id)?.name ?? names[id] ?? null;
  const textOf = (group: readonly Rule[]) =>
    group
      .map((rule) =>
        ruleText(
          rule,
          start.fields.find(({ name }) => name === rule.field),
          noun,
          telling,
          nameOf,
        ),
      )
      .join(` ${m.list_or()} `);
  const set = (next: Rule[][]) => onQuery({ ...query, filters: next });
  return (
    <fieldset class={css.chips} aria-label={m.list_filters()}>
      {filters.map((group, at) => {
        const text = textOf(group);
        return (
          <span key={`${at} ${text}`} class={css.filterChip}>
            <button
              type="button"
              class={css.filterText}
              aria-label={m.list_change_filter({ text })}
              onClick={() => setOpen(at)}
              dir="auto"
            >
              {text}
            </button>
            <button
              type="button"
              class={css.filterGone}
              aria-label={m.list_filter_remove({ text })}
              onClick={() => set(filters.filter((_, i) => i !== at))}
            >
              <X size={12} aria-hidden="true" />
            </button>
          </span>
        );
      })}
      {filters.length < 20 && (
        <Button
          look="quiet"
          icon={<ListFilter size={14} aria-hidden="true" />}
          onClick={() => setOpen(filters.length)}
        >
          {m.list_add_filter()}
        </Button>
      )}
      {filters.length > 1 && (
        <Button look="quiet" onClick={() => set([])}>
          {m.list_filters_clear()}
        </Button>
      )}
      {open !== null && (
        <FilterDialog
          noun={noun}
          start={start}
          group={filters[open] ?? null}
          onClose={() => setOpen(null)}
          onSave={(group, named) => {
            onNames(named);
            set(
              open < filters.length
                ? filters.map((each, i) => (i === open ? group : each))
                : [...filters, group],
            );
            setOpen(null);
          }}
        />
      )}
    </fieldset>
  );
}
