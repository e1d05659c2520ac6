import { Briefcase, ListTodo, Phone, StickyNote } from 'lucide-preact';
import { useEffect, useState } from 'preact/hooks';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { PersonOnScreen, PersonView, ThreadOnScreen } from '../../messages/state.ts';
import { Button } from '../../ui/Button.tsx';
import { late } from '../../ui/late.tsx';
import { Deals } from '../deal/Deals.tsx';
import { LogBar } from '../log/LogBar.tsx';
import { Relations } from '../relation/Relations.tsx';
import { useSession } from '../shell/session.ts';
import { useKeys } from '../shell/useKeys.ts';
import { Tasks } from '../task/Tasks.tsx';
import { Timeline } from '../timeline/Timeline.tsx';
import { Details } from './Details.tsx';
import { Header } from './Header.tsx';
import css from './PersonCard.module.css';

const LogCall = late(() => import('../call/LogCall.tsx').then((part) => part.LogCall), true);
const Differences = late(() => import('./Differences.tsx').then((part) => part.Differences));
const Promises = late(() => import('../promise/Promises.tsx').then((part) => part.Promises));
const RhythmLine = late(() => import('../rhythm/RhythmLine.tsx').then((part) => part.RhythmLine));
const Twice = late(() => import('../merge/Twice.tsx').then((part) => part.Twice));

type Opened = { form: 'call'; startedAt: number | null } | { form: 'deal' } | { form: 'task' } | null;

/** Everything about one known person, in the order in which it is asked for. */
export function PersonCard({
  view,
  person,
  thread,
  focusNote,
}: {
  view: PersonView;
  person?: PersonOnScreen | undefined;
  thread?: ThreadOnScreen | undefined;
  focusNote: () => void;
}) {
  const session = useSession();
  const [opened, open] = useState<Opened>(null);
  const id = view.contact.id;
  // A form belongs to the person it was opened for.
  useEffect(() => open(null), [id]);
  const may = session.canChange.value;
  useKeys({
    n: focusNote,
    c: () => may && open({ form: 'call', startedAt: null }),
    d: () => may && open({ form: 'deal' }),
    t: () => may && open({ form: 'task' }),
    l: () => document.querySelector<HTMLElement>('[data-focus="log"]')?.focus(),
  });
  const about = {
    contactIds: [id],
    companyId: view.contact.companyId,
    dealId: openDealOf(view)?.id ?? null,
  };
  return (
    <article aria-label={view.contact.name} class={css.card}>
      <Header view={view} person={person} onAddTask={() => open({ form: 'task' })} />
      {thread && <LogBar thread={thread} />}
      <Promises view={view} thread={thread} />
      <RhythmLine noun="contact" id={id} />
      <Twice noun="contact" id={id} />
      {person && person.differences.length > 0 && <Differences key={id} person={person} />}
      {may && (
        <div class={css.actions}>
          <Button
            look="quiet"
            aria-keyshortcuts="n"
            icon={<StickyNote size={14} aria-hidden="true" />}
            onClick={focusNote}
          >
            {m.words_note()}
          </Button>
          <Button
            look="quiet"
            aria-keyshortcuts="c"
            aria-expanded={opened?.form === 'call'}
            icon={<Phone size={14} aria-hidden="true" />}
            onClick={() => open(opened?.form === 'call' ? null : { form: 'call', startedAt: null })}
          >
            {m.words_call()}
          </Button>
          <Button
            look="quiet"
            aria-keyshortcuts="t"
            icon={<ListTodo size={14} aria-hidden="true" />}
            onClick={() => open({ form: 'task' })}
          >
            {m.words_task()}
          </Button>
          <Button
            look="quiet"
            aria-keyshortcuts="d"
            icon={<Briefcase size={14} aria-hidden="true" />}
            onClick={() => open({ form: 'deal' })}
          >
            {m.words_deal()}
          </Button>
        </div>
      )}
      {opened?.form === 'call' && (
        <LogCall
          name={view.contact.name}
          about={about}
          startedAt={opened.startedAt}
          secret={Boolean(view.contact.privateTo)}
          onDone={() => open(null)}
        />
      )}
      <Deals
        deals={view.deals}
        stages={view.stages}
        tasks={view.tasks}
        ownFields={view.ownFields}
        members={view.members}
        named={view.named}
        about={{ contactIds: [id], companyId: view.contact.companyId }}
        adding={opened?.form === 'deal'}
        onAdding={(on) => open(on ? { form: 'deal' } : null)}
        suggestedTitle={thread?.subject ?? view.company?.name ?? ''}
      />
      <Tasks
        tasks={view.tasks.filter(({ promisedBy }) => !promisedBy)}
        about={{ contactId: id, companyId: view.contact.companyId, dealId: openDealOf(view)?.id ?? null }}
        adding={opened?.form === 'task'}
        onAdding={(on) => open(on ? { form: 'task' } : null)}
      />
      <Details view={view} onCall={() => open({ form: 'call', startedAt: Date.now() })} />
      {view.relations.length > 0 && <Relations noun="contact" id={id} relations={view.relations} />}
      <Timeline of={{ noun: 'contact', id }} entries={view.timeline} older={view.older} />
    </article>
  );
}

/** The one open deal, or none where there are several: what is about a deal is never guessed. */
function openDealOf({ deals }: PersonView) {
  const open = deals.filter((deal) => deal.state === 'open');
  return open.length === 1 ? open[0] : undefined;
}
