import { X } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { Contact } from '../../../shared/domain/rows.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { DealView } from '../../messages/state.ts';
import { PersonRow } from '../../sidebar/person/PersonRow.tsx';
import { Picker } from '../../sidebar/search/Picker.tsx';
import { useSession } from '../../sidebar/shell/session.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Empty, Section } from '../../ui/Section.tsx';

/** Who is in it: added by a few letters, taken off by one click. */
export function DealPeople({ view: { deal, contacts } }: { view: DealView }) {
  const session = useSession();
  const [adding, setAdding] = useState(false);
  const may = session.canChange.value;
  const set = (event: Event, contactIds: string[]) =>
    session.act(event, 'deal.edit', { id: deal.id, fields: { contactIds } });
  const takeOff = async (event: Event, { id, name }: Contact) => {
    const outcome = await set(
      event,
      deal.contactIds.filter((each) => each !== id),
    );
    if (outcome.ok)
      session.toasts.show({
        tone: 'plain',
        text: m.record_person_taken_off({ name }),
        action: { label: m.words_undo(), run: (click) => void set(click, deal.contactIds) },
      });
  };
  return (
    <Section title={m.words_people()} count={contacts.length}>
      {contacts.length === 0 && !adding && <Empty>{m.sidebar_no_people()}</Empty>}
      <ul>
        {contacts.map((contact) => (
          <PersonRow
            key={contact.id}
            contact={contact}
            detail={contact.title}
            beside={
              may && (
                <IconButton
                  label={m.record_deal_remove_person({ name: contact.name })}
                  onClick={(event) => void takeOff(event, contact)}
                >
                  <X size={14} aria-hidden="true" />
                </IconButton>
              )
            }
          />
        ))}
      </ul>
      {adding ? (
        <Picker
          noun="contact"
          label={m.record_deal_add_person()}
          onPick={({ id }, event) => {
            setAdding(false);
            if (!deal.contactIds.includes(id)) void set(event, [...deal.contactIds, id]);
          }}
          onLeave={() => setAdding(false)}
        />
      ) : (
        may && (
          <Button look="link" onClick={() => setAdding(true)}>
            {m.record_deal_add_person()}
          </Button>
        )
      )}
    </Section>
  );
}
