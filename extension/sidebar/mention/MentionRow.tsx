import { AtSign, Check } from 'lucide-preact';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { MentionLine } from '../../messages/task.ts';
import { Button } from '../../ui/Button.tsx';
import { absoluteTime } from '../../ui/relativeTime.ts';
import { Text } from '../../ui/Text.tsx';
import { Ago } from '../shell/Ago.tsx';
import { useSession } from '../shell/session.ts';
import css from './MentionRow.module.css';

/** A note in which a colleague mentions one: who, what, about whom; "Done" puts it away. */
export function MentionRow({ line: { entry, about } }: { line: MentionLine }) {
  const session = useSession();
  const { interaction, by, byMe } = entry;
  const who = byMe ? m.sidebar_you() : by;
  const text = interaction.body ?? interaction.outcome ?? interaction.subject ?? '';
  // Seeing what one was told changes nothing for others: whoever may only read may say so too.
  const canSettle = session.guard.level.value !== 'blind';
  return (
    <li class={css.row}>
      <p class={css.head} title={absoluteTime(interaction.occurredAt, session.locale.value)}>
        <AtSign size={14} aria-hidden="true" />
        <span class={css.who}>{m.task_mentioned_by({ who })}</span>
        <Ago at={interaction.occurredAt} />
      </p>
      {text && <Text class={css.text}>{text}</Text>}
      <p class={css.foot}>
        {about.map(({ noun, id, title }) => (
          <button
            key={id}
            type="button"
            class={css.open}
            aria-label={m.task_mention_open({ name: title })}
            onClick={() => session.open({ noun, id })}
          >
            <Text cut>{title}</Text>
          </button>
        ))}
        {canSettle && (
          <Button
            look="quiet"
            class={css.done}
            icon={<Check size={14} aria-hidden="true" />}
            aria-label={m.task_mention_settle_of({ who })}
            onClick={(event) => void session.act(event, 'interaction.settleMention', { id: interaction.id })}
          >
            {m.task_mention_settle()}
          </Button>
        )}
      </p>
    </li>
  );
}
