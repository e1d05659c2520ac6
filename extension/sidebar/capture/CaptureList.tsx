import { useState } from 'preact/hooks';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { isSurePerson } from '../../messages/screen/found-fields.ts';
import { leadOnPage } from '../../messages/screen/lead-on-page.ts';
import type { CompanyOnScreen, PersonOnScreen } from '../../messages/state.ts';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import { newcomerOf } from '../alike/newcomerOf.ts';
import { InPanel } from '../shell/InPanel.tsx';
import { useSession } from '../shell/session.ts';
import { useAnswer } from '../shell/useAnswer.ts';
import css from './CaptureList.module.css';
import { KnownRow, NewRow } from './CaptureRow.tsx';
import { usePointing } from './usePointing.ts';

/** Of a longer list the first are looked for. */
const mostAsked = 50;

/** The people of a page: who is known is marked, who is new has a tick, set already where the page is clear about them. */
export function CaptureList({
  people,
  company,
  page,
  onOpen,
}: {
  people: PersonOnScreen[];
  company: CompanyOnScreen | null;
  page: { url: string };
  /** Looks at a new one before it is saved. */
  onOpen: (key: string) => void;
}) {
  const session = useSession();
  const pointing = usePointing();
  /** What somebody ticked or unticked; the page's own word counts for the others. */
  const [said, say] = useState<ReadonlyMap<string, boolean>>(new Map());
  const fresh = people.filter((person) => !person.contact);
  const leads = fresh.slice(0, mostAsked).map((person) => newcomerOf(leadOnPage(person, company, page.url)));
  const { value: likely = [] } = useAnswer('likelyEach', leads.length > 0 ? { people: leads } : null);
  const likelyOf = (person: PersonOnScreen) => likely[fresh.indexOf(person)] ?? null;
  /** Who may be there already is not added twice by a click on the whole list. */
  const isTicked = (person: PersonOnScreen) =>
    said.get(person.key) ?? (isSurePerson(person) && !likelyOf(person) && !person.maybe);
  const ticked = fresh.filter(isTicked);
  const all = ticked.length === fresh.length;
  const save = async (event: Event) => {
    const leads = ticked.map((person) => leadOnPage(person, company, page.url));
    const outcome = await session.change(event, () => session.client.call('addContacts', { people: leads }));
    if (!outcome.ok) return;
    const { contactIds, companyIds, existed } = outcome.value;
    say(new Map());
    const texts = [
      ...(contactIds.length > 0 ? [m.sidebar_added_people({ count: contactIds.length })] : []),
      ...(existed > 0 ? [m.capture_at_once_there({ count: existed })] : []),
    ];
    const remove = [
      ...contactIds.map((id) => ({ verb: 'contact.remove' as const, input: { id } })),
      ...companyIds.map((id) => ({ verb: 'company.remove' as const, input: { id } })),
    ];
    session.toasts.show({
      tone: 'plain',
      text: texts.join(' · '),
      ...(remove.length > 0 && {
        action: { label: m.words_undo(), run: (click) => void session.actAll(click, remove) },
      }),
    });
  };
  const placeOf = ({ sighting: { fields, keys } }: PersonOnScreen) => (fields.name ?? keys[0])?.at;
  return (
    <Section
      title={m.sidebar_people_on_page()}
      count={people.length}
      action={
        fresh.length > 0 && (
          <Button
            look="link"
            class={css.all}
            onClick={() => say(new Map(fresh.map((person) => [person.key, !all])))}
          >
            {all ? m.sidebar_untick_all() : m.sidebar_tick_all()}
          </Button>
        )
      }
    >
      <ul>
        {people.map((person) => {
          const { contact, key } = person;
          const at = pointing(placeOf(person));
          return contact ? (
            <KnownRow
              key={key}
              person={person}
              pointing={at}
              onOpen={() => session.open({ noun: 'contact', id: contact.id })}
            />
          ) : (
            <NewRow
              key={key}
              person={person}
              pointing={at}
              ticked={isTicked(person)}
              likely={likelyOf(person)}
              onToggle={() => say(new Map(said).set(key, !isTicked(person)))}
              onOpen={() => onOpen(key)}
            />
          );
        })}
      </ul>
      {fresh.length === 0 ? null : session.canChange.value ? (
        <Button
          look="primary"
          wide
          data-focus="log"
          disabled={ticked.length === 0}
          class={css.save}
          onClick={(event) => void save(event)}
        >
          {ticked.length === 0 ? m.sidebar_tick_some() : m.sidebar_save_people({ count: ticked.length })}
        </Button>
      ) : (
        <InPanel />
      )}
      {company && ticked.length > 0 && (
        <p class={css.joins}>
          {company.company
            ? m.capture_joins({ company: company.name })
            : m.capture_joins_new({ company: company.name })}
        </p>
      )}
    </Section>
  );
}
