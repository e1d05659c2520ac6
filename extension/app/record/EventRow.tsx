import { ArrowLeftRight, CircleCheck, PencilLine, RotateCcw } from 'lucide-preact';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { HistoryNoun } from '../../messages/calls.ts';
import { restoreValue } from '../../sidebar/history/restoreValue.ts';
import { useSession } from '../../sidebar/shell/session.ts';
import { IconButton } from '../../ui/Button.tsx';
import { absoluteTime, clockTime } from '../../ui/relativeTime.ts';
import { Text } from '../../ui/Text.tsx';
import { eventText } from './eventText.ts';
import css from './Record.module.css';
import type { Happening } from './story.ts';

/** One change in the timeline; an old value of the record itself is set again by one click. */
export function EventRow({ noun, event }: { noun: HistoryNoun; event: Happening }) {
  const session = useSession();
  const locale = session.locale.value;
  const { change, title, by, byMe, restore } = event;
  const { what, from, to } = eventText(session, event);
  const Icon =
    change.noun === 'task' ? CircleCheck : change.noun === 'relation' ? ArrowLeftRight : PencilLine;
  return (
    <li class={css.event} data-event={`${change.noun} ${change.field}`}>
      <span class={css.eventIcon}>
        <Icon size={14} aria-hidden="true" />
      </span>
      <span>
        <Text>{title === null ? what : m.record_event_of({ title, what })}</Text>
        {to !== null && (
          <>
            {' '}
            <Text class={css.muted}>{from ?? ''}</Text> → <Text>{to}</Text>
          </>
        )}
        {restore && session.canChange.value && (
          <IconButton
            label={
              change.from === null
                ? m.sidebar_history_restore_empty()
                : m.sidebar_history_restore({ value: from ?? '' })
            }
            onClick={(click) => void restoreValue(session, click, noun, event, what)}
          >
            <RotateCcw size={12} aria-hidden="true" />
          </IconButton>
        )}
      </span>
      <span class={css.eventTime}>
        {byMe ? m.sidebar_you() : by}{' '}
        <time dateTime={new Date(change.at).toISOString()} title={absoluteTime(change.at, locale)}>
          {clockTime(change.at, locale)}
        </time>
      </span>
    </li>
  );
}
