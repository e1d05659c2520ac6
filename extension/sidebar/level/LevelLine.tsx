import { PanelRight } from 'lucide-preact';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { useSession } from '../shell/session.ts';
import css from './LevelLine.module.css';
import { lineText } from './levelText.ts';

/** One quiet line where something of the mailbox is not as it should be: how the sidebar stands there instead. */
export function LevelLine() {
  const session = useSession();
  const level = session.state.value?.level;
  const account = session.state.value?.mailbox?.account ?? null;
  const text = level ? lineText(level, account) : null;
  if (!text || session.cards.value.at(-1)?.noun === 'level') return null;
  return (
    <div class={css.line} data-level-line={level?.level}>
      <PanelRight size={14} aria-hidden="true" />
      <span role="status" title={text}>
        {text}
      </span>
      <button type="button" onClick={() => session.open({ noun: 'level' })}>
        {m.level_details()}
      </button>
    </div>
  );
}
