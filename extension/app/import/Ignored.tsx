import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { useCounts } from './format.ts';
import css from './ImportPage.module.css';

/** Columns that are left out are folded away; a column that was just taken or left does not close them. */
export function Ignored({ count, children }: { count: number; children: ComponentChildren }) {
  const counts = useCounts();
  const [open, setOpen] = useState(false);
  return (
    <details class={css.fold} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{m.import_ignored(counts(count))}</summary>
      {open && children}
    </details>
  );
}
