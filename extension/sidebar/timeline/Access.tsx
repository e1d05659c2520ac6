import { Lock } from 'lucide-preact';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { TimelineEntry } from '../../messages/state.ts';
import { Button } from '../../ui/Button.tsx';
import { useSession } from '../shell/session.ts';
import css from './Timeline.module.css';

/** Who may read an entry, and the click that changes it. */
export function Access({ entry: { interaction, access, byMe } }: { entry: TimelineEntry }) {
  const session = useSession();
  const may = session.canChange.value;
  const { id } = interaction;
  const setPrivate = async (event: Event, hidden: boolean) => {
    const outcome = await session.act(event, 'interaction.setPrivate', { id, private: hidden });
    if (outcome.ok)
      session.toasts.show({
        tone: 'plain',
        text: hidden ? m.sidebar_made_private() : m.sidebar_made_shared(),
      });
  };
  const answer = (event: Event, memberId: string, grant: boolean) =>
    void session.act(event, 'interaction.answerAccess', { id, memberId, grant });

  if (access.kind === 'shared')
    return may && byMe ? (
      <p class={css.access}>
        <span>{m.sidebar_audience_team()}</span>
        <Button look="link" onClick={(event) => void setPrivate(event, true)}>
          {m.sidebar_audience_to_private()}
        </Button>
      </p>
    ) : null;
  if (access.kind === 'let-in')
    return (
      <p class={css.access}>
        <Lock size={12} aria-hidden="true" />
        <span>{m.sidebar_access_shared_with_you({ who: access.owner })}</span>
      </p>
    );
  if (access.kind === 'masked')
    return (
      <p class={css.access}>
        <span>
          {access.asked
            ? m.sidebar_access_asked({ who: access.owner })
            : m.sidebar_masked_why({ who: access.owner })}
        </span>
        {may && !access.asked && (
          <Button
            look="outline"
            onClick={(event) => void session.act(event, 'interaction.askAccess', { id })}
          >
            {m.sidebar_access_ask()}
          </Button>
        )}
      </p>
    );
  return (
    <div class={css.access}>
      <Lock size={12} aria-hidden="true" />
      <span>{access.letIn.length > 0 ? m.sidebar_access_own_some() : m.sidebar_access_own()}</span>
      {may && (
        <Button look="link" onClick={(event) => void setPrivate(event, false)}>
          {m.sidebar_audience_to_team()}
        </Button>
      )}
      {access.letIn.map(({ id: memberId, name }) => (
        <p key={memberId} class={css.access}>
          <span>{m.sidebar_access_let_in({ who: name })}</span>
          {may && (
            <Button look="link" onClick={(event) => answer(event, memberId, false)}>
              {m.sidebar_access_stop()}
            </Button>
          )}
        </p>
      ))}
    </div>
  );
}

/** Who asks to read an entry of one's own: shown without opening it. */
export function Asking({ entry: { interaction, access } }: { entry: TimelineEntry }) {
  const session = useSession();
  if (access.kind !== 'own' || access.asking.length === 0) return null;
  const answer = (event: Event, memberId: string, grant: boolean) =>
    void session.act(event, 'interaction.answerAccess', { id: interaction.id, memberId, grant });
  return (
    <>
      {access.asking.map(({ id, name }) => (
        <p key={id} class={css.asking}>
          <span>{m.sidebar_access_asking({ who: name })}</span>
          {session.canChange.value && (
            <>
              <Button onClick={(event) => answer(event, id, true)}>{m.sidebar_access_allow()}</Button>
              <Button onClick={(event) => answer(event, id, false)}>{m.sidebar_access_no()}</Button>
            </>
          )}
        </p>
      ))}
    </>
  );
}
