import { useEffect, useState } from 'preact/hooks';
import { useParams } from 'wouter-preact';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { DealView } from '../../messages/state.ts';
import { remove } from '../../sidebar/deal/changes.ts';
import { DealFields } from '../../sidebar/deal/DealFields.tsx';
import { DealRow } from '../../sidebar/deal/DealRow.tsx';
import { RecordFiles } from '../../sidebar/file/RecordFiles.tsx';
import { HistoryButton } from '../../sidebar/history/HistoryButton.tsx';
import { CompanyChoice } from '../../sidebar/person/CompanyChoice.tsx';
import { Relations } from '../../sidebar/relation/Relations.tsx';
import { RhythmLine } from '../../sidebar/rhythm/RhythmLine.tsx';
import { useSession } from '../../sidebar/shell/session.ts';
import { useAnswer } from '../../sidebar/shell/useAnswer.ts';
import { Tasks } from '../../sidebar/task/Tasks.tsx';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { FieldList } from '../../ui/FieldList.tsx';
import type { Done } from '../../ui/field.ts';
import { moneyText } from '../../ui/money.ts';
import { Section } from '../../ui/Section.tsx';
import { Text } from '../../ui/Text.tsx';
import { Actions } from './Actions.tsx';
import { DealPeople } from './DealPeople.tsx';
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
