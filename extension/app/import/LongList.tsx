import type { ComponentChildren } from 'preact';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { useCounts } from './format.ts';
import css from './ImportPage.module.css';

const shownFirst = 8;

/** The first lines at once, the others behind a click, so that the buttons below stay near. */
export function LongList({ lines }: { lines: ComponentChildren[] }) {
  const counts = useCounts();
  const more = lines.slice(shownFirst);
  return (
    <>
      <ul class={css.problems}>{lines.slice(0, shownFirst)}</ul>
      {more.length > 0 && (
        <details class={css.fold}>
          <summary>{m.import_more({ shown: counts(more.length).shown })}</summary>
          <ul class={css.problems}>{more}</ul>
        </details>
      )}
    </>
  );
}
