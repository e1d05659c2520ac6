import * as m from '../../../shared/i18n/compiled/messages.js';
import { type RowChipKind, rowChipKinds } from '../../messages/rows.ts';
import css from '../page.module.css';
import type { PageSession } from '../page.ts';

const kindText: Record<RowChipKind, () => string> = {
  stage: m.rows_kind_stage,
  due: m.rows_kind_due,
  lead: m.rows_kind_lead,
  promise: m.rows_kind_promise,
  logged: m.rows_kind_logged,
  owner: m.rows_kind_owner,
};

/** Whether anything stands on the rows of the inbox, and what. */
export function RowChips({ page }: { page: PageSession }) {
  const { on, leftOut } = page.state.value?.rowChips ?? { on: true, leftOut: [] };
  return (
    <>
      <label class={css.switch}>
        <input
          type="checkbox"
          checked={on}
          onChange={(event) => void page.client.call('setRowChips', { on: event.currentTarget.checked })}
        />
        <span>{m.rows_settings()}</span>
      </label>
      {on &&
        rowChipKinds.map((kind) => (
          <label key={kind} class={css.switch}>
            <input
              type="checkbox"
              checked={!leftOut.includes(kind)}
              onChange={(event) => {
                const others = leftOut.filter((each) => each !== kind);
                void page.client.call('setRowChips', {
                  leftOut: event.currentTarget.checked ? others : [...others, kind],
                });
              }}
            />
            <span>{kindText[kind]()}</span>
          </label>
        ))}
    </>
  );
}
