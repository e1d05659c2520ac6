import { Ban } from 'lucide-preact';
import { useRef, useState } from 'preact/hooks';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { PersonOnScreen } from '../../messages/state.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { classes } from '../../ui/classes.ts';
import { Text } from '../../ui/Text.tsx';
import { useSession } from '../shell/session.ts';
import css from './Chips.module.css';
import { shortName } from './shortName.ts';

/** Everybody on the screen, one of them shown; colleagues are folded away. ←/→ go from one to the next. */
export function Chips({ people, selected }: { people: PersonOnScreen[]; selected: string | null }) {
  const { ask } = useSession();
  const [unfolded, unfold] = useState(false);
  const row = useRef<HTMLDivElement>(null);
  const internal = people.filter((person) => person.internal);
  const external = people.filter((person) => !person.internal);
  const folds = internal.length > 0 && external.length > 0 && !unfolded;
  const shown = folds ? people.filter((person) => !person.internal || person.key === selected) : people;
  const hidden = people.length - shown.length;
  if (people.length < 2) return null;

  const select = (key: string) => ask('select', { key });
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const at = shown.findIndex((person) => person.key === selected);
    const to = shown[(at + step + shown.length) % shown.length];
    if (!to) return;
    select(to.key);
    row.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(to.key)}"]`)?.focus();
  };
  return (
    <div class={css.chips}>
      <div class={css.row} role="radiogroup" aria-label={m.sidebar_people_here()} ref={row}>
        {shown.map((person) => {
          const chosen = person.key === selected;
          return (
            // biome-ignore lint/a11y/useSemanticElements: a chip with an avatar; arrows move and choose as in a radio group
            <button
              key={person.key}
              type="button"
              role="radio"
              aria-checked={chosen}
              tabIndex={chosen ? 0 : -1}
              data-key={person.key}
              class={classes(
                css.chip,
                chosen && css.chosen,
                !person.contact && !person.internal && css.unknown,
              )}
              title={person.email ?? person.name}
              aria-label={
                person.contact?.role === 'blocked'
                  ? `${person.name}, ${m.record_role_blocked()}`
                  : person.contact || person.internal
                    ? person.name
                    : m.sidebar_not_in_crm_named({ name: person.name })
              }
              onClick={() => select(person.key)}
              onKeyDown={onKeyDown}
            >
              {person.contact?.role === 'blocked' ? (
                <Ban size={14} aria-hidden="true" />
              ) : (
                <Avatar name={person.name} size={20} />
              )}
              <Text cut>{shortName(person.name)}</Text>
            </button>
          );
        })}
      </div>
      {hidden > 0 && (
        <button type="button" class={css.fold} onClick={() => unfold(true)}>
          {m.sidebar_internal({ count: hidden })}
        </button>
      )}
    </div>
  );
}
