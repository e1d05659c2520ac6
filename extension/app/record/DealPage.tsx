import { X } from 'lucide-preact';
import { useEffect, useState } from 'preact/hooks';
import { useParams } from 'wouter-preact';
import type { Contact } from '../../../shared/domain/rows.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { DealView } from '../../messages/state.ts';
import { remove } from '../../sidebar/deal/changes.ts';
import { DealFields } from '../../sidebar/deal/DealFields.tsx';
import { DealRow } from '../../sidebar/deal/DealRow.tsx';
import { RecordFiles } from '../../sidebar/file/RecordFiles.tsx';
import { HistoryButton } from '../../sidebar/history/HistoryButton.tsx';
import { CompanyChoice } from '../../sidebar/person/CompanyChoice.tsx';
import { PersonRow } from '../../sidebar/person/PersonRow.tsx';
import { Relations } from '../../sidebar/relation/Relations.tsx';
import { RhythmLine } from '../../sidebar/rhythm/RhythmLine.tsx';
import { Picker } from '../../sidebar/search/Picker.tsx';
import { useSession } from '../../sidebar/shell/session.ts';
import { useAnswer } from '../../sidebar/shell/useAnswer.ts';
import { Tasks } from '../../sidebar/task/Tasks.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { FieldList } from '../../ui/FieldList.tsx';
import type { Done } from '../../ui/field.ts';
import { moneyText } from '../../ui/money.ts';
import { Empty, Section } from '../../ui/Section.tsx';
import { Text } from '../../ui/Text.tsx';
import { Actions } from './Actions.tsx';
import { sourceField } from './fields.tsx';
import { Glance } from './Glance.tsx';
import { Gone } from './Gone.tsx';
import { Head } from './Head.tsx';
import { Keys } from './Keys.tsx';
import css from './Record.module.css';
import { Story } from './Story.tsx';

/** All about one deal. */
export function DealPage() {
  const { id = '' } = useParams<{ id: string }>();
  const { value, code } = useAnswer('deal', { dealId: id });
  return value ? <Deal key={id} view={value} /> : <Gone noun="deal" code={code} gone={value === null} />;
}

function Deal({ view }: { view: DealView }) {
  const session = useSession();
  const { deal, contacts, company, members, ownFields, named } = view;
  const { id, title } = deal;
  const [adding, setAdding] = useState(false);
  useEffect(() => {
    document.title = title;
  }, [title]);
  const may = session.canChange.value;
  return (
    <article aria-label={title} class={css.page}>
      <div class={css.top}>
        <Head
          name={title}
          square
          blockedCompany={company}
          under={
            <>
              {company && (
                <Button look="link" onClick={() => session.open({ noun: 'company', id: company.id })}>
                  <Text>{company.name}</Text>
                </Button>
              )}
              {deal.amountMinor !== null && (
                <span>{moneyText(deal.amountMinor, deal.currency, session.locale.value)}</span>
              )}
            </>
          }
          chips={
            deal.state !== 'open' && (
              <Chip tone={deal.state === 'won' ? 'success' : 'plain'}>
                {deal.state === 'won' ? m.words_won() : m.words_lost()}
              </Chip>
            )
          }
          items={[
            may && {
              id: 'remove',
              label: m.sidebar_remove({ what: title }),
              onPick: (event) => void remove(session, event, deal),
            },
          ]}
        />
        <Glance people={contacts} {...view} deals={null} />
      </div>
      <div class={css.work}>
        <Section title={m.words_stage()}>
          <DealRow {...view} isOnPage />
        </Section>
        <Tasks
          tasks={view.tasks}
          about={{ contactId: contacts[0]?.id ?? null, companyId: deal.companyId, dealId: id }}
          adding={adding}
          onAdding={setAdding}
        />
      </div>
      <div class={css.about}>
        <Section title={m.record_profile()} action={<HistoryButton of="deal" id={id} name={title} />}>
          <FieldList
            label={m.words_company()}
            fields={[
              {
                id: 'company',
                label: m.words_company(),
                value: company?.name ?? '',
                invite: m.words_add(),
                ...(may && {
                  editor: (onDone: (how: Done) => void) => (
                    <CompanyChoice
                      set={(event, companyId) =>
                        session.act(event, 'deal.edit', { id, fields: { companyId } })
                      }
                      company={company}
                      onDone={onDone}
                    />
                  ),
                }),
              },
              sourceField(deal.origin),
            ]}
          />
          <DealFields deal={deal} ownFields={ownFields} members={members} named={named} />
        </Section>
        <DealPeople view={view} />
        {deal.externalIds.length > 0 && (
          <Keys
            keys={deal.externalIds.map((value) => ({ kind: 'external', value, source: null }))}
            kinds={['external']}
            add={(event, { value }, quiet) =>
              session.act(
                event,
                'deal.edit',
                { id, fields: { externalIds: [...deal.externalIds, value] } },
                quiet,
              )
            }
            remove={(event, { value }) =>
              session.act(event, 'deal.edit', {
                id,
                fields: { externalIds: deal.externalIds.filter((each) => each !== value) },
              })
            }
          />
        )}
        <Relations noun="deal" id={id} relations={view.relations} />
        <RecordFiles noun="deal" id={id} />
        <RhythmLine noun="deal" id={id} />
      </div>
      <div class={css.story}>
        <Actions
          place={`note deal ${id}`}
          about={{ contactIds: deal.contactIds, companyId: deal.companyId, dealId: id }}
          name={title}
          secret={contacts.some(({ privateTo }) => privateTo !== null)}
        />
        <Story
          of={{ noun: 'deal', id }}
          entries={view.timeline}
          older={view.older}
          people={contacts}
          members={members}
        />
      </div>
    </article>
  );
}

/** Who is in it: added by a few letters, taken off by one click. */
function DealPeople({ view: { deal, contacts } }: { view: DealView }) {
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
