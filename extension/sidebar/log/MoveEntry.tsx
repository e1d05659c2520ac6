import type { Id } from '../../../shared/kit/id.ts';
import { useAnswer } from '../shell/useAnswer.ts';
import { PlaceForm } from './PlaceForm.tsx';
import { placeOf } from './place.ts';
import { useLog } from './useLog.ts';

/** Moves an entry of a timeline to other records. */
export function MoveEntry({ id, onDone }: { id: Id; onDone: () => void }) {
  const { move } = useLog();
  const { value } = useAnswer('logPlace', { id });
  if (!value) return null;
  return (
    <PlaceForm
      of="entry"
      start={value}
      deals={value.open}
      onLeave={onDone}
      onSave={async (event, to) => {
        if (await move(event, id, to, placeOf(value))) onDone();
      }}
    />
  );
}
