import { ArrowDownLeft, ArrowUpRight, Clock, Lock, Paperclip } from 'lucide-preact';
import { useState } from 'preact/hooks';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { TimelineEntry } from '../../messages/state.ts';
import { late } from '../../ui/late.tsx';
import { absoluteTime, clockTime } from '../../ui/relativeTime.ts';
import { Text } from '../../ui/Text.tsx';
import unseen from '../../ui/unseen.module.css';
import { useSession } from '../shell/session.ts';
import { Asking } from './Access.tsx';
import { kindIcon, kindText } from './kind.tsx';
import css from './Timeline.module.css';

const EntryMore = late(() => import('./EntryMore.tsx').then((part) => part.EntryMore), true);

/** One thing that happened; opens in place. */
export function Entry({ entry }: { entry: TimelineEntry }) {
  const session = useSession();
  const [open, setOpen] = useState(false);
  const { interaction, by, byMe, deals, waiting, access } = entry;
  const locale = session.locale.value;
  const Icon = kindIcon[interaction.kind];
  const Direction =
    interaction.direction === 'in' ? ArrowDownLeft : interaction.direction === 'out' ? ArrowUpRight : null;
  const kind = kindText(interaction.kind);
  const title =
    access.kind === 'masked'
      ? m.sidebar_masked_entry({ kind: kind.toLocaleLowerCase(locale), who: access.owner })
      : interaction.subject || interaction.outcome || firstLine(interaction.body) || kind;
  return (
    <li class={css.entry} data-access={access.kind}>
      <button type="button" class={css.head} aria-expanded={open} onClick={() => setOpen(!open)}>
        <span class={css.icon} title={kind}>
          <Icon size={14} aria-hidden="true" />
          <span class={unseen.unseen}>{kind}</span>
        </span>
        <span class={css.body}>
          <Text cut class={css.title}>
            {title}
          </Text>
          <span class={css.meta}>
            {Direction && <Direction size={12} aria-hidden="true" />}
            <span>{byMe ? m.sidebar_you() : by}</span>
            {deals.length > 0 && <Text cut>{deals.join(', ')}</Text>}
            {interaction.bodyState === 'subject-only' && <span>{m.sidebar_subject_only()}</span>}
            {(interaction.attachments ?? []).length > 0 && (
              <Paperclip size={12} role="img" aria-label={m.files_title()} />
            )}
            {access.kind !== 'shared' && <Lock size={12} aria-hidden="true" />}
          </span>
        </span>
        <span class={css.time}>
          {waiting && (
            <span title={m.sidebar_entry_waiting()}>
              <Clock size={12} aria-label={m.sidebar_entry_waiting()} role="img" />
            </span>
          )}
          <time
            dateTime={new Date(interaction.occurredAt).toISOString()}
            title={absoluteTime(interaction.occurredAt, locale)}
          >
            {clockTime(interaction.occurredAt, locale)}
          </time>
        </span>
      </button>
      <Asking entry={entry} />
      {open && <EntryMore entry={entry} title={title} />}
    </li>
  );
}

const firstLine = (text: string | null): string => text?.trim().split('\n', 1)[0] ?? '';
