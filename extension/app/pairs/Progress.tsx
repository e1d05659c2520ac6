import * as m from '../../../shared/i18n/compiled/messages.js';
import type { PairsView } from '../../messages/pairs.ts';
import { useSession } from '../../sidebar/shell/session.ts';
import css from './PairsPage.module.css';

/** How far the search has come, while it runs. */
export function Progress({ state: { scanned, of, running } }: Pick<PairsView, 'state'>) {
  const session = useSession();
  if (!running) return null;
  const numbers = new Intl.NumberFormat(session.locale.value);
  const text = m.pairs_looking({ scanned: numbers.format(scanned), of: numbers.format(of) });
  return (
    <div class={css.progress}>
      <progress max={Math.max(1, of)} value={scanned} aria-label={text} />
      <span aria-hidden="true">{text}</span>
    </div>
  );
}
