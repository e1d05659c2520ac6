import { EyeOff } from 'lucide-preact';
import { useState } from 'preact/hooks';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { isListed } from '../../messages/screen/people-shown.ts';
import type { Screen, SidebarState } from '../../messages/state.ts';
import { isUntouchedAddress } from '../../recognisers/silence.ts';
import { Button } from '../../ui/Button.tsx';
import { late } from '../../ui/late.tsx';
import { Section } from '../../ui/Section.tsx';
import { Strip } from '../../ui/Strip.tsx';
import { CompanyLine } from '../company/CompanyLine.tsx';
import { PersonRows } from '../company/PersonRows.tsx';
import { Chips } from '../person/Chips.tsx';
import { KnownPerson } from '../person/KnownPerson.tsx';
import { useSession } from '../shell/session.ts';
import { useAnswer } from '../shell/useAnswer.ts';

const CaptureCard = late(() => import('./CaptureCard.tsx').then((part) => part.CaptureCard), true);
const Teach = late(() => import('./Teach.tsx').then((part) => part.Teach), true);
const CardFiles = late(() => import('./CardFiles.tsx').then((part) => part.CardFiles), true);
const TeachOffer = late(() => import('./Teach.tsx').then((part) => part.TeachOffer), true);
const PagePeople = late(() => import('./PagePeople.tsx').then((part) => part.PagePeople), true);

const Refused = late(() => import('../exclusion/Refused.tsx').then((part) => part.Refused));

type Page = Extract<Screen, { kind: 'page' }>;

/** A web page: its company and whom we know there, and the people on it, to be captured. */
export function PageView({
  state,
  page,
  focusNote,
}: {
  state: SidebarState;
  page: Page;
  focusNote: () => void;
}) {
  const session = useSession();
  const [byHand, setByHand] = useState(false);
  const known = state.people.filter((person) => person.contact);
  const strangers = state.people.filter((person) => !person.contact);
  const shown =
    known.find((person) => person.key === state.selected) ?? (known.length === 1 ? known[0] : undefined);
  const several = isListed(state);
  const stranger = several ? undefined : strangers[0];
  const isRead = page.readable && !page.refusal;
  const at = { url: page.url, title: page.title };
  return (
    <>
      {page.refusal && (
        <Refused refusal={page.refusal} of="page" onLifted={() => session.ask('readPage', {})} />
      )}
      {!page.readable && !page.refusal && (
        <Strip
          tone="plain"
          icon={<EyeOff size={14} aria-hidden="true" />}
          action={
            <button type="button" onClick={() => session.ask('readPage', {})}>
              {m.sidebar_read_page()}
            </button>
          }
        >
          {m.sidebar_page_unread()}
        </Strip>
      )}
      {state.company && <CompanyLine company={state.company} />}
      {isRead && <Teach teaching={state.teaching ?? null} lost={page.lost ?? []} />}
      {several && <PagePeople people={state.people} company={state.company} page={at} />}
      {!several && <Chips people={known} selected={shown?.key ?? null} />}
      {!several && shown?.contact && (
        <KnownPerson contactId={shown.contact.id} person={shown} state={state} focusNote={focusNote} />
      )}
      {stranger && <CaptureCard key={stranger.key} person={stranger} company={state.company} page={at} />}
      {state.company?.company && !shown && !several && <PeopleThere companyId={state.company.company.id} />}
      {strangers.length === 0 && !shown && session.canChange.value && (
        <Section title={m.sidebar_this_page()}>
          {byHand ? (
            <CaptureCard person={null} company={state.company} page={at} />
          ) : (
            <>
              {!page.refusal && <p>{m.sidebar_nobody_on_page()}</p>}
              <Button look="link" onClick={() => setByHand(true)}>
                {m.sidebar_add_by_hand()}
              </Button>
            </>
          )}
        </Section>
      )}
      {isRead && <CardFiles files={page.cards ?? []} />}
      {isRead && !state.teaching && !isUntouchedAddress(page.url) && <TeachOffer />}
    </>
  );
}

function PeopleThere({ companyId }: { companyId: string }) {
  const { value } = useAnswer('company', { companyId });
  if (!value || value.contacts.length === 0) return null;
  return (
    <Section title={m.sidebar_people_we_know()} count={value.contacts.length}>
      <PersonRows contacts={value.contacts.slice(0, 5)} />
    </Section>
  );
}
