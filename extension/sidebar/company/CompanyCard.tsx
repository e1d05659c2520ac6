import { useState } from 'preact/hooks';
import { limits } from '../../../shared/domain/limits.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { Input } from '../../../shared/sync/mutation.ts';
import type { CompanyView } from '../../messages/state.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { Button } from '../../ui/Button.tsx';
import { FieldList } from '../../ui/FieldList.tsx';
import type { Field } from '../../ui/field.ts';
import { late } from '../../ui/late.tsx';
import { Empty, Section } from '../../ui/Section.tsx';
import { Text } from '../../ui/Text.tsx';
import { Deals } from '../deal/Deals.tsx';
import { HistoryButton } from '../history/HistoryButton.tsx';
import { ownFieldRows, ownFieldsOf } from '../own-field/ownFieldRows.tsx';
import header from '../person/Header.module.css';
import { Relations } from '../relation/Relations.tsx';
import { Blocked } from '../role/Blocked.tsx';
import { RoleChip } from '../role/RoleChip.tsx';
import { roleField } from '../role/roleField.tsx';
import { errorText } from '../shell/errorText.ts';
import { RecordLink } from '../shell/RecordLink.tsx';
import { removeRecord } from '../shell/removeRecord.ts';
import { useSession } from '../shell/session.ts';
import { Tasks } from '../task/Tasks.tsx';
import { Timeline } from '../timeline/Timeline.tsx';
import { PersonRows } from './PersonRows.tsx';

const RhythmLine = late(() => import('../rhythm/RhythmLine.tsx').then((part) => part.RhythmLine));
const Twice = late(() => import('../merge/Twice.tsx').then((part) => part.Twice));

const peopleFirst = 5;

/** A company, its people, deals and what happened with it. */
export function CompanyCard({ view }: { view: CompanyView }) {
  const session = useSession();
  const [adding, setAdding] = useState<'deal' | 'task' | null>(null);
  const [all, showAll] = useState(false);
  const { company, contacts } = view;
  const may = session.canChange.value;
  const edit = async (event: Event, fields: Input<'company.edit'>['fields']) => {
    const outcome = await session.act(event, 'company.edit', { id: company.id, fields }, true);
    return outcome.ok ? null : errorText(outcome.code);
  };
  const field = (id: 'industry' | 'city' | 'country' | 'phone' | 'website', label: string): Field => ({
    id,
    label,
    value: company[id] ?? '',
    invite: m.words_add(),
    maxLength: limits.name,
    ...(may && { save: (typed: string, event: Event) => edit(event, { [id]: typed.trim() || null }) }),
  });
  return (
    <article aria-label={company.name}>
      <header class={header.header}>
        <Avatar name={company.name} square />
        <div class={header.lines}>
          <h1 class={header.name}>
            <Text cut>{company.name}</Text>
          </h1>
          <p class={header.role}>
            <Text cut>
              {[company.domains[0], company.industry].filter(Boolean).join(' · ') || m.words_company()}
            </Text>
          </p>
        </div>
        <RecordLink noun="company" id={company.id} />
        {company.role && (
          <div class={header.facts}>
            <RoleChip party={company.role} reason={company.roleReason} />
          </div>
        )}
        <Blocked party={company} />
      </header>
      <RhythmLine noun="company" id={company.id} />
      <Twice noun="company" id={company.id} />
      <Section title={m.words_people()} count={contacts.length}>
        {contacts.length === 0 ? (
          <Empty>{m.sidebar_no_people()}</Empty>
        ) : (
          <PersonRows contacts={all ? contacts : contacts.slice(0, peopleFirst)} />
        )}
        {!all && contacts.length > peopleFirst && (
          <Button look="link" onClick={() => showAll(true)}>
            {m.sidebar_show_all_count({ count: contacts.length })}
          </Button>
        )}
      </Section>
      <Deals
        deals={view.deals}
        stages={view.stages}
        tasks={view.tasks}
        ownFields={view.ownFields}
        members={view.members}
        named={view.named}
        about={{ contactIds: [], companyId: company.id }}
        adding={adding === 'deal'}
        onAdding={(on) => setAdding(on ? 'deal' : null)}
        suggestedTitle={company.name}
      />
      <Tasks
        tasks={view.tasks}
        about={{ contactId: null, companyId: company.id, dealId: null }}
        adding={adding === 'task'}
        onAdding={(on) => setAdding(on ? 'task' : null)}
      />
      <Section
        title={m.words_details()}
        action={<HistoryButton of="company" id={company.id} name={company.name} />}
      >
        <FieldList
          label={m.words_details()}
          fields={[
            { id: 'domains', label: m.words_domain(), value: company.domains.join(', ') },
            field('industry', m.words_industry()),
            field('phone', m.words_phone()),
            field('website', m.words_website()),
            field('city', m.words_city()),
            field('country', m.words_country()),
            roleField(company, may ? edit : null),
            ...[true, false].flatMap((shown) =>
              ownFieldRows(session, {
                ownFields: ownFieldsOf(view.ownFields, 'company', { at: 'sidebar', shown }),
                values: company.own,
                members: view.members,
                named: view.named,
                edit: (event, own) => edit(event, { own }),
              }),
            ),
          ]}
        />
        {may && (
          <Button look="link" onClick={(event) => void removeRecord(session, event, 'company', company)}>
            {m.sidebar_remove({ what: company.name })}
          </Button>
        )}
      </Section>
      {view.relations.length > 0 && <Relations noun="company" id={company.id} relations={view.relations} />}
      <Timeline of={{ noun: 'company', id: company.id }} entries={view.timeline} older={view.older} />
    </article>
  );
}
