import { ArrowDownLeft, ArrowUpRight, Clock, ExternalLink } from 'lucide-preact';
import { useState } from 'preact/hooks';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { TimelineEntry } from '../../messages/state.ts';
import { Button } from '../../ui/Button.tsx';
import { absoluteTime, clockTime } from '../../ui/relativeTime.ts';
import { Text } from '../../ui/Text.tsx';
import unseen from '../../ui/unseen.module.css';
import { useSession } from '../shell/session.ts';
import { kindIcon, kindText } from './kind.tsx';
import css from './Timeline.module.css';

/** One thing that happened; opens in place. */
export function Entry({ entry }: { entry: TimelineEntry }) {
  const session = useSession();
  const [open, setOpen] = useState(false);
  const { interaction, by, byMe, deal, waiting } = entry;
  const locale = session.locale.value;
  const Icon = kindIcon[interaction.kind];
  const Direction =
    interaction.direction === 'in' ? ArrowDownLeft : interaction.direction === 'out' ? ArrowUpRight : null;
  const title =
    interaction.subject || interaction.outcome || firstLine(interaction.body) || kindText(interaction.kind);
  const undo = async (event: Event) => {
    const outcome = await session.act(event, 'interaction.undo', { id: interaction.id });
    if (outcome.ok) session.toasts.show({ tone: 'plain', text: m.sidebar_log_undone() });
  };
  return (
    <li class={css.entry}>
      <button type="button" class={css.head} aria-expanded={open} onClick={() => setOpen(!open)}>
        <span class={css.icon} title={kindText(interaction.kind)}>
          <Icon size={14} aria-hidden="true" />
          <span class={unseen.unseen}>{kindText(interaction.kind)}</span>
        </span>
        <span class={css.body}>
          <Text cut class={css.title}>
            {title}
          </Text>
          <span class={css.meta}>
            {Direction && <Direction size={12} aria-hidden="true" />}
            <span>{byMe ? m.sidebar_you() : by}</span>
            {deal && <Text cut>{deal}</Text>}
            {interaction.bodyState === 'subject-only' && <span>{m.sidebar_subject_only()}</span>}
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
      {open && (
        <div class={css.more}>
          {interaction.body && interaction.body !== title && <Text class={css.text}>{interaction.body}</Text>}
          {interaction.outcome && interaction.outcome !== title && <Text>{interaction.outcome}</Text>}
          {interaction.bodyState === 'subject-only' && <p>{m.sidebar_subject_only_why()}</p>}
          {interaction.durationS !== null && (
            <p>{m.sidebar_duration({ minutes: Math.max(1, Math.round(interaction.durationS / 60)) })}</p>
          )}
          <div class={css.acts}>
            {interaction.link && /^https?:\/\//i.test(interaction.link) && (
              <a href={interaction.link} target="_blank" rel="noreferrer noopener">
                <ExternalLink size={12} aria-hidden="true" />{' '}
                {interaction.kind === 'email' ? m.sidebar_open_mail() : m.sidebar_open_page()}
              </a>
            )}
            {session.canChange.value && (
              <Button look="link" onClick={(event) => void undo(event)}>
                {interaction.kind === 'note' ? m.sidebar_remove_note() : m.sidebar_undo_this()}
              </Button>
            )}
          </div>
        </div>
      )}
    </li>
  );
}

const firstLine = (text: string | null): string => text?.trim().split('\n', 1)[0] ?? '';
