import { useEffect, useState } from 'preact/hooks';
import { useParams } from 'wouter-preact';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { CompanyView } from '../../messages/state.ts';
import { PersonRows } from '../../sidebar/company/PersonRows.tsx';
import { Deals } from '../../sidebar/deal/Deals.tsx';
import { RecordFiles } from '../../sidebar/file/RecordFiles.tsx';
import { MergedLine } from '../../sidebar/merge/MergedLine.tsx';
import { Twice } from '../../sidebar/merge/Twice.tsx';
import { Relations } from '../../sidebar/relation/Relations.tsx';
import { RhythmLine } from '../../sidebar/rhythm/RhythmLine.tsx';
import { removeRecord } from '../../sidebar/shell/removeRecord.ts';
import { useSession } from '../../sidebar/shell/session.ts';
import { useAnswer } from '../../sidebar/shell/useAnswer.ts';
import { Tasks } from '../../sidebar/task/Tasks.tsx';
import { Button } from '../../ui/Button.tsx';
import { Empty, Section } from '../../ui/Section.tsx';
import { Text } from '../../ui/Text.tsx';
import { Actions } from './Actions.tsx';
import { CompanyKeys } from './CompanyKeys.tsx';
import { CompanyProfile } from './CompanyProfile.tsx';
import { Glance } from './Glance.tsx';
import { Gone } from './Gone.tsx';
import { Head } from './Head.tsx';
import css from './Record.module.css';
import { Story } from './Story.tsx';

const peopleFirst = 8;

/** All about one company: its people, deals, and what happened with any of them. */
export function CompanyPage() {
  const { id = '' } = useParams<{ id: string }>();
  const { value, code } = useAnswer('company', { companyId: id });
  return value ? (
    <Company key={id} view={value} />
  ) : (
    <Gone noun="company" code={code} gone={value === null} />
  );
}

function Company({ view }: { view: CompanyView }) {
  const session = useSession();
  const { company, contacts, members } = view;
  const { id, name } = company;
  const [adding, setAdding] = useState<'deal' | 'task' | null>(null);
  const [all, showAll] = useState(false);
  useEffect(() => {
    document.title = name;
  }, [name]);
  const may = session.canChange.value;
  return (
    <article aria-label={name} class={css.page}>
      <div class={css.top}>
        <Head
          name={name}
          square
          role={company.role}
          roleReason={company.roleReason}
          under={
            <Text>
              {[company.domains[0], company.industry, company.city].filter(Boolean).join(' · ') ||
                m.words_company()}
            </Text>
          }
          items={[
            may && {
              id: 'remove',
              label: m.sidebar_remove({ what: name }),
              onPick: (event) => void removeRecord(session, event, 'company', company),
            },
          ]}
        />
        <Twice noun="company" id={id} />
        <Glance people={contacts} {...view} />
      </div>
      <div class={css.work}>
        <Deals
          {...view}
          about={{ contactIds: [], companyId: id }}
          adding={adding === 'deal'}
          onAdding={(on) => setAdding(on ? 'deal' : null)}
          suggestedTitle={name}
        />
        <Tasks
          tasks={view.tasks}
          about={{ contactId: null, companyId: id, dealId: null }}
          adding={adding === 'task'}
          onAdding={(on) => setAdding(on ? 'task' : null)}
        />
      </div>
      <div class={css.about}>
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
        <CompanyProfile view={view} />
        <CompanyKeys view={view} />
        <MergedLine noun="company" id={id} />
        <Relations noun="company" id={id} relations={view.relations} />
        <RecordFiles noun="company" id={id} />
        <RhythmLine noun="company" id={id} />
      </div>
      <div class={css.story}>
        <Actions
          place={`note company ${id}`}
          about={{ contactIds: [], companyId: id, dealId: null }}
          name={name}
        />
        <Story
          of={{ noun: 'company', id }}
          entries={view.timeline}
          older={view.older}
          people={contacts}
          members={members}
        />
      </div>
    </article>
  );
}
