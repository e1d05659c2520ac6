import { useState } from 'preact/hooks';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { DealView } from '../../messages/state.ts';
import { Section } from '../../ui/Section.tsx';
import { PersonRows } from '../company/PersonRows.tsx';
import { HistoryButton } from '../history/HistoryButton.tsx';
import { Blocked } from '../role/Blocked.tsx';
import { RecordLink } from '../shell/RecordLink.tsx';
import { Tasks } from '../task/Tasks.tsx';
import { Timeline } from '../timeline/Timeline.tsx';
import css from './DealCard.module.css';
import { DealRow } from './DealRow.tsx';

/** One deal, opened from the search. */
export function DealCard({ view }: { view: DealView }) {
  const [adding, setAdding] = useState(false);
  return (
    <article aria-label={view.deal.title}>
      <div class={css.top}>
        <Blocked party={null} company={view.company} />
        <DealRow
          deal={view.deal}
          stages={view.stages}
          tasks={view.tasks}
          ownFields={view.ownFields}
          members={view.members}
          named={view.named}
          unfolded
        />
      </div>
      <Tasks
        tasks={view.tasks}
        about={{
          contactId: view.contacts[0]?.id ?? null,
          companyId: view.company?.id ?? null,
          dealId: view.deal.id,
        }}
        adding={adding}
        onAdding={setAdding}
      />
      <Section
        title={m.words_people()}
        count={view.contacts.length}
        action={
          <>
            <RecordLink noun="deal" id={view.deal.id} />
            <HistoryButton of="deal" id={view.deal.id} name={view.deal.title} />
          </>
        }
      >
        <PersonRows contacts={view.contacts} />
      </Section>
      <Timeline of={{ noun: 'deal', id: view.deal.id }} entries={view.timeline} older={view.older} />
    </article>
  );
}
