import type { ThreadOnScreen } from '../../messages/state.ts';
import { PlaceForm } from './PlaceForm.tsx';
import { placeOf } from './place.ts';
import { placing } from './placing.ts';
import { useLog } from './useLog.ts';

/** Says where a log of this thread goes: one to come, or one of its messages' that is there. */
export function PlaceLog({ thread }: { thread: ThreadOnScreen }) {
  const { log, move } = useLog();
  const now = placing.value;
  const { target } = thread;
  if (now === null) return null;
  if (now.of === 'log')
    return (
      <PlaceForm
        of="log"
        start={target}
        people={target.people}
        deals={target.open}
        onLeave={placing.close}
        onSave={async (event, { contactIds, companyId, dealId, moreDealIds }) => {
          placing.close();
          const dealIds = [...(dealId ? [dealId] : []), ...moreDealIds];
          const to = { contactIds, companyId, dealIds };
          await log(event, { messages: 'selected', private: thread.private, to });
        }}
      />
    );
  const entry = thread.messages
    .map((message) => message.log)
    .find((state) => 'interactionId' in state && state.interactionId === now.id);
  if (!entry || (entry.state !== 'logged' && entry.state !== 'waiting')) return null;
  return (
    <PlaceForm
      key={now.id}
      of="entry"
      start={entry}
      people={target.people}
      deals={target.open}
      onLeave={placing.close}
      onSave={async (event, to) => {
        if (await move(event, now.id, to, placeOf(entry))) placing.close();
      }}
    />
  );
}
