import { Users } from 'lucide-preact';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { TodayView } from '../../messages/state.ts';
import { useSession } from '../shell/session.ts';
import { useAnswer } from '../shell/useAnswer.ts';
import css from './KnownLine.module.css';

/** How many people the workspace knows, and how many of them wrote on the list that is shown. */
export function KnownLine({ known, fresh }: Pick<TodayView, 'known' | 'fresh'>) {
  const session = useSession();
  const state = session.state.value;
  if (!state) return null;
  // While the first rows still come, a number would be wrong.
  if (state.link.status === 'filling') return null;
  if (known === 0)
    return (
      <p class={css.line}>
        <Users size={14} aria-hidden="true" />
        <span>
          {m.sidebar_known_nobody()}{' '}
          {!state.readOnly && (
            <a href="app.html#/import" target="_blank" rel="noreferrer">
              {m.sidebar_known_bring()}
            </a>
          )}
        </span>
      </p>
    );
  const here = state.screen.kind === 'mailbox' ? state.screen.listed.known : 0;
  const format = (count: number) => new Intl.NumberFormat(session.locale.value).format(count);
  const [counts, both] = [
    { count: known, shown: format(known) },
    { count: known, shown: format(known), here: format(here) },
  ];
  return (
    <p class={css.line}>
      <Users size={14} aria-hidden="true" />
      <span>
        <a href="app.html#/contacts" target="_blank" rel="noreferrer">
          {fresh
            ? here > 0
              ? m.sidebar_known_fresh_here(both)
              : m.sidebar_known_fresh(counts)
            : here > 0
              ? m.sidebar_known_here(both)
              : m.sidebar_known(counts)}
        </a>
        <Doubles />
      </span>
    </p>
  );
}

/** How many may be one with somebody else; nothing where none is. */
function Doubles() {
  const { value } = useAnswer('pairsCount', {});
  const count = value ? value.contact + value.company : 0;
  if (count === 0) return null;
  return (
    <>
      {' · '}
      <a href="app.html#/duplicates" target="_blank" rel="noreferrer">
        {m.alike_count({ count })}
      </a>
    </>
  );
}
