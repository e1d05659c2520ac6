import { ExternalLink } from 'lucide-preact';
import { useState } from 'preact/hooks';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { TimelineEntry } from '../../messages/state.ts';
import { Button } from '../../ui/Button.tsx';
import { late } from '../../ui/late.tsx';
import { Text } from '../../ui/Text.tsx';
import { useSession } from '../shell/session.ts';
import { Access } from './Access.tsx';
import { Joined } from './Joined.tsx';
import css from './Timeline.module.css';

const ByRule = late(() => import('../rules/ByRule.tsx').then((part) => part.ByRule));

const EntryFiles = late(() => import('../file/EntryFiles.tsx').then((part) => part.EntryFiles));

const Moves = late(() => import('../log/Moves.tsx').then((part) => part.Moves));

const MoveEntry = late(() => import('../log/MoveEntry.tsx').then((part) => part.MoveEntry));

/** An entry that was opened: its text, who may read it, and what can be done with it. */
export function EntryMore({ entry, title }: { entry: TimelineEntry; title: string }) {
  const session = useSession();
  const { interaction, access } = entry;
  const [moving, setMoving] = useState(false);
  const [told, setTold] = useState(false);
  const mayChange = session.canChange.value && access.kind !== 'masked' && access.kind !== 'let-in';
  const undo = async (event: Event) => {
    const outcome = await session.act(event, 'interaction.undo', { id: interaction.id });
    if (outcome.ok) session.toasts.show({ tone: 'plain', text: m.sidebar_log_undone() });
  };
  return (
    <div class={css.more}>
      {interaction.body && interaction.body !== title && <Text class={css.text}>{interaction.body}</Text>}
      {interaction.outcome && interaction.outcome !== title && <Text>{interaction.outcome}</Text>}
      {interaction.bodyState === 'subject-only' && <p>{m.sidebar_subject_only_why()}</p>}
      {interaction.durationS !== null && (
        <p>{m.sidebar_duration({ minutes: Math.max(1, Math.round(interaction.durationS / 60)) })}</p>
      )}
      {interaction.kind === 'email' && access.kind !== 'masked' && (
        <EntryFiles id={interaction.id} mine={access.kind !== 'let-in'} />
      )}
      <Access entry={entry} />
      {interaction.rule && <ByRule entry={entry} />}
      {interaction.fingerprint.length > 0 && <Joined id={interaction.id} />}
      <div class={css.acts}>
        {interaction.link && /^https?:\/\//i.test(interaction.link) && (
          <a href={interaction.link} target="_blank" rel="noreferrer noopener">
            <ExternalLink size={12} aria-hidden="true" />{' '}
            {interaction.kind === 'email' ? m.sidebar_open_mail() : m.sidebar_open_page()}
          </a>
        )}
        {mayChange && (
          <Button look="link" aria-expanded={moving} onClick={() => setMoving(!moving)}>
            {m.log_move()}
          </Button>
        )}
        {access.kind !== 'masked' && (
          <Button look="link" data-asks="moves" aria-expanded={told} onClick={() => setTold(!told)}>
            {m.log_moves()}
          </Button>
        )}
        {mayChange && (
          <Button look="link" onClick={(event) => void undo(event)}>
            {interaction.kind === 'note' ? m.sidebar_remove_note() : m.sidebar_undo_this()}
          </Button>
        )}
      </div>
      {told && <Moves id={interaction.id} />}
      {moving && <MoveEntry id={interaction.id} onDone={() => setMoving(false)} />}
    </div>
  );
}
