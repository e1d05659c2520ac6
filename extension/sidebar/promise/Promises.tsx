import { useState } from 'preact/hooks';
import type { PromiseAsk } from '../../messages/promise.ts';
import type { PersonView, ThreadOnScreen } from '../../messages/state.ts';
import { useAnswer } from '../shell/useAnswer.ts';
import { AskRow } from './AskRow.tsx';
import { KeptRow } from './KeptRow.tsx';
import { OfferRow } from './OfferRow.tsx';
import { Owed } from './Owed.tsx';
import css from './Promises.module.css';

/** What the shown mail promises, what may be done by now, and what is owed both ways. */
export function Promises({ view, thread }: { view: PersonView; thread?: ThreadOnScreen | undefined }) {
  const { contact, tasks } = view;
  const of = thread ? `${thread.id}/${thread.said ?? 0}` : null;
  const { value } = useAnswer('promises', { contactId: contact.id, of });
  const { offers = [], asks = [], kept = [] } = value ?? {};
  // Put away in this browser alone: no row changed, so nothing is asked again for it.
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const putAway = (what: string) => setGone((all) => new Set([...all, what]));
  const askKey = ({ task, deed }: PromiseAsk) => `${task.id}/${deed.id}`;
  return (
    <div class={css.promises}>
      {offers
        .filter(({ key }) => !gone.has(key))
        .map((offer) => (
          <OfferRow key={offer.key} offer={offer} contact={contact} onGone={() => putAway(offer.key)} />
        ))}
      {asks
        .filter((ask) => !gone.has(askKey(ask)))
        .map((ask) => (
          <AskRow key={ask.task.id} ask={ask} onGone={() => putAway(askKey(ask))} />
        ))}
      {kept.map((one) => (
        <KeptRow key={one.task.id} kept={one} />
      ))}
      <Owed tasks={tasks} name={contact.name} />
    </div>
  );
}
