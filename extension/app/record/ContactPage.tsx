import { useEffect, useState } from 'preact/hooks';
import { useParams } from 'wouter-preact';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { PersonView } from '../../messages/state.ts';
import { Deals } from '../../sidebar/deal/Deals.tsx';
import { RecordFiles } from '../../sidebar/file/RecordFiles.tsx';
import { MergedLine } from '../../sidebar/merge/MergedLine.tsx';
import { Twice } from '../../sidebar/merge/Twice.tsx';
import { shortName } from '../../sidebar/person/shortName.ts';
import { Relations } from '../../sidebar/relation/Relations.tsx';
import { RhythmLine } from '../../sidebar/rhythm/RhythmLine.tsx';
import { removeRecord } from '../../sidebar/shell/removeRecord.ts';
import { useSession } from '../../sidebar/shell/session.ts';
import { useAnswer } from '../../sidebar/shell/useAnswer.ts';
import { Tasks } from '../../sidebar/task/Tasks.tsx';
import { Button } from '../../ui/Button.tsx';
import { Text } from '../../ui/Text.tsx';
import { Actions } from './Actions.tsx';
import { ContactProfile } from './ContactProfile.tsx';
import { Glance } from './Glance.tsx';
import { Gone } from './Gone.tsx';
import { Head, LifeCycle, PrivateChip } from './Head.tsx';
import { Keys } from './Keys.tsx';
import css from './Record.module.css';
import { Story } from './Story.tsx';

/** All about one person. */
export function ContactPage() {
  const { id = '' } = useParams<{ id: string }>();
  const { value, code } = useAnswer('person', { contactId: id });
  return value ? (
    <Contact key={id} view={value} />
  ) : (
    <Gone noun="contact" code={code} gone={value === null} />
  );
}

function Contact({ view }: { view: PersonView }) {
  const session = useSession();
  const { contact, company, members } = view;
  const { id, name, privateTo, createdBy } = contact;
  const [adding, setAdding] = useState<'deal' | 'task' | null>(null);
  useEffect(() => {
    document.title = name;
  }, [name]);
  const me = session.state.value?.link.me ?? null;
  const may = session.canChange.value;
  const mayHide = me !== null && (privateTo === me || (privateTo === null && createdBy === me));
  const open = view.deals.filter(({ state }) => state === 'open');
  const dealId = open.length === 1 ? (open[0]?.id ?? null) : null;
  return (
    <article aria-label={name} class={css.page}>
      <div class={css.top}>
        <Head
          name={name}
          role={contact.role}
          isSaid={contact.role === contact.lifeCycle}
          roleReason={contact.roleReason}
          blockedCompany={company}
          under={
            <>
              {contact.title && <Text>{contact.title}</Text>}
              {company && (
                <Button look="link" onClick={() => session.open({ noun: 'company', id: company.id })}>
                  <Text>{company.name}</Text>
                </Button>
              )}
            </>
          }
          chips={
            <>
              <LifeCycle contact={contact} />
              {privateTo && <PrivateChip />}
            </>
          }
          items={
            may
              ? [
                  mayHide && {
                    id: 'audience',
                    label: privateTo ? m.sidebar_audience_to_team() : m.sidebar_audience_to_private(),
                    onPick: (event) =>
                      void session.act(event, 'contact.setPrivate', { id, private: privateTo === null }),
                  },
                  {
                    id: 'remove',
                    label: m.sidebar_remove({ what: name }),
                    onPick: (event) => void removeRecord(session, event, 'contact', contact),
                  },
                ]
              : []
          }
        />
        <Twice noun="contact" id={id} />
        <Glance people={null} {...view} />
      </div>
      <div class={css.work}>
        <Deals
          {...view}
          about={{ contactIds: [id], companyId: contact.companyId }}
          adding={adding === 'deal'}
          onAdding={(on) => setAdding(on ? 'deal' : null)}
          suggestedTitle={company?.name ?? ''}
        />
        <Tasks
          tasks={view.tasks}
          about={{ contactId: id, companyId: contact.companyId, dealId }}
          adding={adding === 'task'}
          onAdding={(on) => setAdding(on ? 'task' : null)}
        />
      </div>
      <div class={css.about}>
        <ContactProfile view={view} />
        <Keys
          keys={contact.keys}
          kinds={['email', 'phone', 'profile', 'external']}
          add={(event, key, quiet) => session.act(event, 'contact.addKey', { id, key }, quiet)}
          remove={(event, { kind, value }) =>
            session.act(event, 'contact.removeKey', { id, key: { kind, value } })
          }
        />
        <MergedLine noun="contact" id={id} />
        <Relations noun="contact" id={id} relations={view.relations} />
        <RecordFiles noun="contact" id={id} />
        <RhythmLine noun="contact" id={id} />
      </div>
      <div class={css.story}>
        <Actions
          place={`note contact ${id}`}
          about={{ contactIds: [id], companyId: contact.companyId, dealId }}
          name={shortName(name, contact.givenName)}
          secret={privateTo !== null}
        />
        <Story
          of={{ noun: 'contact', id }}
          entries={view.timeline}
          older={view.older}
          people={[]}
          members={members}
        />
      </div>
    </article>
  );
}
