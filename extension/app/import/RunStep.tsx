import * as m from '../../../shared/i18n/compiled/messages.js';
import { Button } from '../../ui/Button.tsx';
import { useCounts } from './format.ts';
import css from './ImportPage.module.css';
import { Part } from './Part.tsx';
import type { Wizard } from './wizard.ts';

/** It runs in the background: this page only looks. */
export function RunStep({ wizard }: { wizard: Wizard }) {
  const counts = useCounts();
  const state = wizard.state.value;
  if (!state) return null;
  const total = counts(state.rows).shown;
  const title = m.import_importing({ file: state.file });
  return (
    <Part
      title={title}
      how={m.import_goes_on()}
      buttons={<Button onClick={() => void wizard.cancel()}>{m.import_stop()}</Button>}
    >
      <progress class={css.bar} max={state.rows || 1} value={state.taken} aria-label={title} />
      <p class={css.figures} data-taken={state.taken}>
        {m.import_progress({ shown: counts(state.taken).shown, total })}
        <br />
        {m.import_progress_server({ shown: counts(state.arrived).shown })}
      </p>
      {state.offline && (
        <p class={css.note} role="status">
          {m.import_offline()}
        </p>
      )}
    </Part>
  );
}
