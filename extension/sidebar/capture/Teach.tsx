import { MousePointerClick } from 'lucide-preact';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { Id } from '../../../shared/kit/id.ts';
import type { TeachingOnScreen } from '../../messages/state.ts';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import { Strip } from '../../ui/Strip.tsx';
import { Text } from '../../ui/Text.tsx';
import { useSession } from '../shell/session.ts';
import css from './Teach.module.css';

/** Shows the page's reader by pointing where names stand: the wait, what was found by it, and that it finds no more. */
export function Teach({ teaching, lost }: { teaching: TeachingOnScreen | null; lost: Id[] }) {
  const session = useSession();
  if (!session.canChange.value) return null;
  const begin = () => session.ask('teach', {});
  if (teaching?.stage === 'pointing')
    return (
      <Strip
        tone="info"
        role="status"
        icon={<MousePointerClick size={14} aria-hidden="true" />}
        action={
          <button type="button" onClick={() => session.ask('stopTeaching', {})}>
            {m.capture_pick_end()}
          </button>
        }
      >
        {m.capture_pointing()}
      </Strip>
    );
  if (teaching) return <Preview teaching={teaching} onAgain={begin} />;
  if (lost.length > 0)
    return (
      <Strip
        tone="warning"
        icon={<MousePointerClick size={14} aria-hidden="true" />}
        action={
          <>
            <button type="button" onClick={begin}>
              {m.capture_preview_again()}
            </button>
            <button
              type="button"
              onClick={(event) =>
                void session.actAll(
                  event,
                  lost.map((id) => ({ verb: 'recipe.remove', input: { id } })),
                )
              }
            >
              {m.capture_recipe_remove()}
            </button>
          </>
        }
      >
        {m.capture_recipe_gone()}
      </Strip>
    );
  return null;
}

/** The way there, below whoever was found. */
export function TeachOffer() {
  const session = useSession();
  if (!session.canChange.value) return null;
  return (
    <div class={css.offer}>
      <Button look="link" title={m.capture_teach_how()} onClick={() => session.ask('teach', {})}>
        {m.capture_teach()}
      </Button>
    </div>
  );
}

/** Names beyond these say no more. */
const most = 12;

function Preview({
  teaching,
  onAgain,
}: {
  teaching: Extract<TeachingOnScreen, { stage: 'preview' }>;
  onAgain: () => void;
}) {
  const session = useSession();
  const { kind, host, found, people } = teaching;
  const save = async (event: Event) => {
    const outcome = await session.change(event, () => session.client.call('saveTaught', {}));
    if (!outcome.ok) return;
    const { recipeId } = outcome.value;
    session.toasts.show({
      tone: 'plain',
      text: m.capture_recipe_saved({ site: host }),
      action: {
        label: m.words_undo(),
        run: (click) => {
          void session
            .act(click, 'recipe.remove', { id: recipeId })
            .then(({ ok }) => ok && session.ask('readPage', {}));
        },
      },
    });
  };
  return (
    <Section title={m.capture_preview()}>
      <p>
        {kind === 'person'
          ? m.capture_pick_found({ count: found })
          : m.capture_pick_found_company({ name: people[0]?.name ?? '' })}
      </p>
      {kind === 'person' && (
        <ul class={css.people}>
          {people.slice(0, most).map(({ name, title, organisation }) => (
            <li key={name}>
              <Text>{name}</Text>
              <span class={css.detail}>{[title, organisation].filter(Boolean).join(' · ')}</span>
            </li>
          ))}
        </ul>
      )}
      <div class={css.acts}>
        <Button look="primary" data-focus="log" onClick={(event) => void save(event)}>
          {m.capture_preview_save()}
        </Button>
        <Button onClick={onAgain}>{m.capture_preview_again()}</Button>
        <Button look="link" onClick={() => session.ask('stopTeaching', {})}>
          {m.words_discard()}
        </Button>
      </div>
    </Section>
  );
}
