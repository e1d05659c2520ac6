import * as m from '../../../shared/i18n/compiled/messages.js';
import type { LogState, MessageOnScreen, ThreadOnScreen } from '../../messages/state.ts';
import { ruleText } from '../../messages/why-text.ts';
import { useSession } from '../shell/session.ts';
import { DealPicker } from './DealPicker.tsx';
import css from './LogBar.module.css';
import { placeOf, withDeals } from './place.ts';
import { useLog } from './useLog.ts';

/** What seldom is to be said of a log: which rule made it, what it hands on, and that a deal can be chosen. */
export function LoggedMore({
  log,
  message: { forwardOf },
  thread,
  asks,
}: {
  log: LogState;
  message: MessageOnScreen;
  thread: ThreadOnScreen;
  /** Several deals are open and none was chosen. */
  asks: boolean;
}) {
  const { canChange } = useSession();
  const { move } = useLog();
  const there = log.state === 'logged' || log.state === 'waiting' ? log : null;
  return (
    <>
      {there?.rule && <p class={css.why}>{ruleText(there.rule)}</p>}
      {forwardOf && (
        <p class={css.why}>{m.log_forward_of({ who: forwardOf.byMe ? m.sidebar_you() : forwardOf.by })}</p>
      )}
      {there && asks && canChange.value && (
        <DealPicker
          open={thread.target.open}
          chosen={[]}
          asks
          focus
          onChoose={(dealIds, event) =>
            void move(event, there.interactionId, withDeals(placeOf(there), dealIds), placeOf(there))
          }
        />
      )}
    </>
  );
}
