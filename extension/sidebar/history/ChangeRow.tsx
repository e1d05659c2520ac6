import { RotateCcw } from 'lucide-preact';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { HistoryNoun } from '../../messages/calls.ts';
import type { HistoryEntry } from '../../messages/state.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { absoluteTime, clockTime } from '../../ui/relativeTime.ts';
import { Text } from '../../ui/Text.tsx';
import { mergeEvent } from '../merge/mergeEvent.ts';
import { fieldText } from '../shell/fieldText.ts';
import { useSession } from '../shell/session.ts';
import css from './HistoryCard.module.css';
import { restoreValue } from './restoreValue.ts';
import { valueText } from './valueText.ts';

const events: Record<string, () => string> = {
  added: m.sidebar_history_added,
  removed: m.sidebar_history_removed,
  deleted: m.sidebar_history_removed,
  restored: m.sidebar_history_restored,
};

/** One change of one field: what it was, what it became, by whom; an old value is set again by one click. */
export function ChangeRow({ of, entry }: { of: HistoryNoun; entry: HistoryEntry }) {
  const session = useSession();
  const locale = session.locale.value;
  const { change, from, to, restore, by, byMe } = entry;
  const { field, state, at } = change;
  const proposed = state === 'proposed';
  const merged = mergeEvent(entry);
  const event = merged === null ? events[field] : () => merged;
  const label = entry.label ?? fieldText(field, of);
  const shown = (value: HistoryEntry['to']): string => valueText(session, entry, value);
  const back = proposed ? to : from;
  return (
    <li class={css.change} data-proposed={proposed}>
      <p class={css.line}>
        <span class={css.field}>{event ? event() : label}</span>
        <span class={css.by}>
          {byMe ? m.sidebar_you() : by}
          {' · '}
          <time dateTime={new Date(at).toISOString()} title={absoluteTime(at, locale)}>
            {clockTime(at, locale)}
          </time>
        </span>
      </p>
      {!event && (
        <p class={css.values}>
          <Text class={css.from}>{shown(from)}</Text> → <Text class={css.to}>{shown(to)}</Text>
        </p>
      )}
      {proposed && <Chip tone="warning">{m.sidebar_history_proposed()}</Chip>}
      {restore && session.canChange.value && (
        <Button
          look="link"
          class={css.restore}
          icon={<RotateCcw size={12} aria-hidden="true" />}
          onClick={(click) => void restoreValue(session, click, of, entry, label)}
        >
          {proposed
            ? m.sidebar_history_use({ value: short(shown(back)) })
            : back === null
              ? m.sidebar_history_restore_empty()
              : m.sidebar_history_restore({ value: short(shown(back)) })}
        </Button>
      )}
    </li>
  );
}

const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 39).trimEnd()}…` : text);
