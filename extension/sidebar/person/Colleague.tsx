import * as m from '../../../shared/i18n/compiled/messages.js';
import type { PersonOnScreen, ThreadOnScreen } from '../../messages/state.ts';
import { Chip } from '../../ui/Chip.tsx';
import { LogBar } from '../log/LogBar.tsx';
import { PersonHead } from './PersonHead.tsx';

/** Somebody of our own side: nobody to keep, but the mail they are on can be logged. */
export function Colleague({ person, thread }: { person: PersonOnScreen; thread: ThreadOnScreen }) {
  return (
    <article aria-label={person.name}>
      <PersonHead person={person}>
        <Chip>{m.sidebar_colleague()}</Chip>
      </PersonHead>
      <LogBar thread={thread} />
    </article>
  );
}
