import { PanelRight } from 'lucide-preact';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { Strip } from '../../ui/Strip.tsx';
import { useSession } from '../shell/session.ts';
import { lineText } from './levelText.ts';

/** One quiet line where something of the mailbox is not as it should be: how the sidebar stands there instead. */
export function LevelLine() {
  const session = useSession();
  const level = session.state.value?.level;
  const account = session.state.value?.mailbox?.account ?? null;
  const text = level ? lineText(level, account, session.locale.value) : null;
  if (!text || session.cards.value.at(-1)?.noun === 'level') return null;
  return (
    <div data-level-line={level?.level}>
      <Strip
        tone="plain"
        role="status"
        icon={<PanelRight size={14} aria-hidden="true" />}
        action={
          <button type="button" onClick={() => session.open({ noun: 'level' })}>
            {m.level_details()}
          </button>
        }
      >
        {text}
      </Strip>
    </div>
  );
}
