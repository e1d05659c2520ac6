import type { PersonOnScreen, SidebarState, ThreadOnScreen } from '../../messages/state.ts';
import { Missing } from '../shell/Missing.tsx';
import { screenKey } from '../shell/screenKey.ts';
import { useAnswer } from '../shell/useAnswer.ts';
import { usePainted } from '../shell/usePainted.ts';
import { PersonCard } from './PersonCard.tsx';

/** A person on the screen whom the mirror knows, with the report that their last field is painted. */
export function KnownPerson({
  contactId,
  person,
  state,
  thread,
  focusNote,
}: {
  contactId: string;
  person: PersonOnScreen;
  state: SidebarState;
  thread?: ThreadOnScreen;
  focusNote: () => void;
}) {
  const { value, code } = useAnswer('person', { contactId });
  usePainted(value ? `${screenKey(state)} ${person.key}` : null);
  if (!value) return <Missing code={code} gone={value === null} />;
  return <PersonCard view={value} person={person} thread={thread} focusNote={focusNote} />;
}
