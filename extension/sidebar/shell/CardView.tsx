import { ArrowLeft } from 'lucide-preact';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { Id } from '../../../shared/kit/id.ts';
import { late } from '../../ui/late.tsx';
import { PersonCard } from '../person/PersonCard.tsx';
import css from './App.module.css';
import { Missing } from './Missing.tsx';
import { type Card, useSession } from './session.ts';
import { useAnswer } from './useAnswer.ts';

const Unpaired = late(() => import('./Unpaired.tsx').then((part) => part.Unpaired));
type Nouns = { id: Id };

// What the first paint of a mail does without is read when it is asked for.
const NewContactForm = late(
  () => import('../capture/NewContactForm.tsx').then((part) => part.NewContactForm),
  true,
);
const CompanyCard = late(() => import('../company/CompanyCard.tsx').then((part) => part.CompanyCard));
const DealCard = late(() => import('../deal/DealCard.tsx').then((part) => part.DealCard));
const HistoryCard = late(() => import('../history/HistoryCard.tsx').then((part) => part.HistoryCard));
const MovesCard = late(() => import('../log/MovesCard.tsx').then((part) => part.MovesCard));
const ParkedCard = late(() => import('../parked/ParkedCard.tsx').then((part) => part.ParkedCard));
const Inbox = late(() => import('../inbox/Inbox.tsx').then((part) => part.Inbox));
const LevelCard = late(() => import('../level/LevelCard.tsx').then((part) => part.LevelCard));
const KeysHelp = late(() => import('./KeysHelp.tsx').then((part) => part.KeysHelp));

/** A card on top of what the screen shows, with its way back. */
export function CardView({ card, focusNote }: { card: Card; focusNote: () => void }) {
  const session = useSession();
  return (
    <>
      <button type="button" class={css.back} onClick={() => session.back()}>
        <ArrowLeft size={14} aria-hidden="true" />
        {m.words_back()}
      </button>
      {card.noun === 'new-contact' ? (
        <NewContactForm name={card.name} />
      ) : card.noun === 'keys' ? (
        <KeysHelp />
      ) : card.noun === 'level' ? (
        <LevelCard />
      ) : card.noun === 'inbox' ? (
        <Inbox />
      ) : card.noun === 'parked' ? (
        <ParkedCard />
      ) : card.noun === 'connect' ? (
        <Unpaired />
      ) : card.noun === 'moves' ? (
        <MovesCard id={card.id} name={card.name} />
      ) : card.noun === 'history' ? (
        <HistoryCard of={card.of} id={card.id} name={card.name} />
      ) : card.noun === 'contact' ? (
        <ContactById id={card.id} focusNote={focusNote} />
      ) : card.noun === 'company' ? (
        <CompanyById id={card.id} />
      ) : (
        <DealById id={card.id} />
      )}
    </>
  );
}

function ContactById({ id, focusNote }: { id: Nouns['id']; focusNote: () => void }) {
  const { value, code } = useAnswer('person', { contactId: id });
  const { state } = useSession();
  if (!value) return <Missing code={code} gone={value === null} />;
  // Of somebody who also stands on the screen, what the screen says of them is told as well.
  const person = state.value?.people.find(({ contact }) => contact?.id === id);
  return <PersonCard view={value} person={person} focusNote={focusNote} />;
}

function CompanyById({ id }: { id: Nouns['id'] }) {
  const { value, code } = useAnswer('company', { companyId: id });
  return value ? <CompanyCard view={value} /> : <Missing code={code} gone={value === null} />;
}

function DealById({ id }: { id: Nouns['id'] }) {
  const { value, code } = useAnswer('deal', { dealId: id });
  return value ? <DealCard view={value} /> : <Missing code={code} gone={value === null} />;
}
