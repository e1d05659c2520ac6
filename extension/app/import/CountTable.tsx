import { type Counts, importNouns } from '../../../shared/domain/import/planned.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { nounText, useCounts } from './format.ts';
import css from './ImportPage.module.css';

/** How many of each noun; `future`: what would be done, else what was. */
export function CountTable({ counts, future = false }: { counts: Counts; future?: boolean }) {
  const format = useCounts();
  const shown = importNouns.filter((noun) => {
    const { added, changed, left } = counts[noun];
    return added + changed + left > 0;
  });
  if (shown.length === 0) return null;
  return (
    <table class={css.counts}>
      <thead>
        <tr>
          <th scope="col">{m.import_what()}</th>
          <th scope="col">{future ? m.import_new() : m.import_added()}</th>
          <th scope="col">{future ? m.import_to_change() : m.import_changed()}</th>
          <th scope="col">{m.import_same()}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map((noun) => (
          <tr key={noun}>
            <th scope="row">{nounText[noun]()}</th>
            <td>{format(counts[noun].added).shown}</td>
            <td>{format(counts[noun].changed).shown}</td>
            <td>{format(counts[noun].left).shown}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
