import { CircleDashed, CircleHelp, CircleSlash, Clock, Ellipsis, Lock, MailCheck } from 'lucide-preact';
import { staysOut } from '../../../shared/domain/interaction/why-not.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { probablyText } from '../../messages/probably-text.ts';
import type { LogState, MessageOnScreen, ThreadOnScreen } from '../../messages/state.ts';
import { ruleText, whyText } from '../../messages/why-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { Text } from '../../ui/Text.tsx';
import { shortName } from '../person/shortName.ts';
import { Ago } from '../shell/Ago.tsx';
import { useSession } from '../shell/session.ts';
import { placing } from './placing.ts';
import css from './ThreadLog.module.css';
import { dealsText } from './targetText.ts';
import { useLog } from './useLog.ts';

/** One message of the thread: who wrote it, whether it is logged, and if not why. */
export function MessageRow({
  message,
  thread,
  isSelected,
}: {
  message: MessageOnScreen;
  thread: ThreadOnScreen;
  isSelected: boolean;
}) {
  const { canChange, open } = useSession();
  const { log, undo, pressed } = useLog();
  const state: LogState = pressed.has(message.id) ? { state: 'saving' } : message.log;
  const { private: hidden } = thread;
  const isThere = state.state === 'logged' || state.state === 'waiting';
  const isMissing = state.state === 'none' && !staysOut(state.why, 'click', { target: thread.target.chosen });
  const asks =
    state.state === 'probably' ||
    (state.state === 'none' && !isMissing && !staysOut(state.why, 'click', { anyway: true }));
  const Icon =
    icons[isThere && state.private ? 'private' : state.state === 'none' && state.why ? 'out' : state.state];
  return (
    <li class={css.row} data-message={state.state} aria-current={isSelected ? 'true' : undefined}>
      <Icon size={14} aria-hidden="true" class={css[state.state]} />
      <span class={css.from} title={message.fromEmail}>
        <Text cut>{shortName(message.from)}</Text>
      </span>
      <span class={css.what} title={detailOf(state) ?? undefined}>
        <Text cut>{stateText(state)}</Text>
        {isThere && (
          <span class={css.when}>
            <Ago at={state.at} />
          </span>
        )}
      </span>
      {canChange.value && isMissing && (
        <Button
          look="link"
          class={css.act}
          aria-label={`${m.log_this()}: ${message.from}`}
          onClick={(event) => void log(event, { messages: [message.id], private: hidden })}
        >
          {m.log_this()}
        </Button>
      )}
      {canChange.value && (isThere || asks) && (
        <Menu
          label={m.log_acts({ who: message.from })}
          class={css.dots}
          trigger={<Ellipsis size={14} aria-hidden="true" />}
          items={() => [
            isThere && {
              id: 'move',
              label: m.log_move(),
              onPick: () => placing.toggle(state.interactionId),
            },
            isThere && {
              id: 'moves',
              label: m.log_moves(),
              onPick: () => open({ noun: 'moves', id: state.interactionId, name: thread.subject }),
            },
            isThere && {
              id: 'unlog',
              label: m.log_unlog(),
              onPick: (event: Event) => void undo(event, [state.interactionId]),
            },
            asks && {
              id: 'anyway',
              label: m.sidebar_log_anyway(),
              onPick: (event: Event) =>
                void log(event, { messages: [message.id], anyway: true, private: hidden }),
            },
          ]}
        />
      )}
    </li>
  );
}

const icons = {
  none: CircleDashed,
  out: CircleSlash,
  saving: CircleDashed,
  waiting: Clock,
  logged: MailCheck,
  private: Lock,
  probably: CircleHelp,
} as const;

function stateText(state: LogState): string {
  switch (state.state) {
    case 'none':
      return state.why ? m.log_not_because({ why: whyText(state.why) }) : m.log_not();
    case 'saving':
      return m.sidebar_saving();
    case 'probably':
      return m.sidebar_probably_logged({ who: state.by });
    default: {
      const who = state.byMe ? m.sidebar_you() : state.by;
      return state.state === 'waiting' ? m.log_waits({ who }) : m.sidebar_logged_by({ who });
    }
  }
}

/** To whom, to which deals and by which rule, for whoever points at it; the selected message's stands above. */
function detailOf(state: LogState): string | null {
  if (state.state === 'probably') return probablyText(state.alike);
  if (state.state !== 'logged' && state.state !== 'waiting') return null;
  return [
    state.contacts.map(({ name }) => name).join(', ') || state.company?.name,
    dealsText(state.deals),
    state.rule && ruleText(state.rule),
  ]
    .filter(Boolean)
    .join(' · ');
}
