import { useState } from 'preact/hooks';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { newContactOf } from '../../messages/screen/found-fields.ts';
import type { CompanyOnScreen, PersonOnScreen } from '../../messages/state.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import { Text } from '../../ui/Text.tsx';
import { useSession } from '../shell/session.ts';
import css from './CaptureList.module.css';

/** Several people of a page, each with a tick, saved together. */
export function CaptureList({
  people,
  company,
  page,
}: {
  people: PersonOnScreen[];
  company: CompanyOnScreen | null;
  page: { url: string };
}) {
  const session = useSession();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const all = ticked.size === people.length;
  const toggle = (key: string) => {
    const next = new Set(ticked);
    if (!next.delete(key)) next.add(key);
    setTicked(next);
  };
  const save = async (event: Event) => {
    let added = 0;
    for (const person of people.filter((one) => ticked.has(one.key))) {
      const seen = newContactOf(person, () => true, { channel: 'page', page: page.url });
      const outcome = await session.change(event, () =>
        session.client.call('addContact', {
          ...seen,
          companyName: seen.companyName ?? company?.name ?? null,
          domain: seen.domain ?? company?.domain ?? null,
        }),
      );
      if (!outcome.ok) break;
      added += 1;
    }
    if (added === 0) return;
    setTicked(new Set());
    session.toasts.show({ tone: 'plain', text: m.sidebar_added_people({ count: added }) });
  };
  return (
    <Section
      title={m.sidebar_people_on_page()}
      count={people.length}
      action={
        <Button look="link" onClick={() => setTicked(new Set(all ? [] : people.map((person) => person.key)))}>
          {all ? m.sidebar_untick_all() : m.sidebar_tick_all()}
        </Button>
      }
    >
      <ul>
        {people.map((person) => (
          <li key={person.key}>
            <label class={css.row}>
              <input type="checkbox" checked={ticked.has(person.key)} onChange={() => toggle(person.key)} />
              <Avatar name={person.name} size={24} />
              <span class={css.words}>
                <Text cut>{person.name}</Text>
                <Text cut class={css.detail}>
                  {person.sighting.fields.title?.value ?? person.email ?? ''}
                </Text>
              </span>
            </label>
          </li>
        ))}
      </ul>
      {session.canChange.value && (
        <Button
          look="primary"
          wide
          data-focus="log"
          disabled={ticked.size === 0}
          class={css.save}
          onClick={(event) => void save(event)}
        >
          {ticked.size === 0 ? m.sidebar_tick_some() : m.sidebar_save_people({ count: ticked.size })}
        </Button>
      )}
    </Section>
  );
}
