import * as m from '../../../shared/i18n/compiled/messages.js';
import { Button } from '../../ui/Button.tsx';
import { Ago } from '../shell/Ago.tsx';
import { useSession } from '../shell/session.ts';
import { useAnswer } from '../shell/useAnswer.ts';
import css from './Timeline.module.css';

/** Other logs that were taken for this very mail; a click takes one out again. */
export function Joined({ id }: { id: string }) {
  const session = useSession();
  const { value } = useAnswer('joined', { id });
  if (!value || value.length === 0) return null;
  const separate = async (event: Event, joined: string) => {
    const outcome = await session.act(event, 'interaction.separate', { id: joined });
    if (outcome.ok) session.toasts.show({ tone: 'plain', text: m.sidebar_separated() });
  };
  return (
    <ul class={css.joined} aria-label={m.sidebar_separate_joined()}>
      {value.map((one) => (
        <li key={one.id}>
          {m.sidebar_separate_joined()} {one.by} · <Ago at={one.at} />{' '}
          {session.canChange.value && (
            <Button look="link" onClick={(event) => void separate(event, one.id)}>
              {m.sidebar_separate()}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
