import { useEffect } from 'preact/hooks';
import { isComposing } from '../../ui/isComposing.ts';
import { late } from '../../ui/late.tsx';
import type { Session } from '../shell/session.ts';
import type { Host } from './command.ts';
import type { Subject } from './subject.ts';

const Palette = late(() => import('./Palette.tsx').then((part) => part.Palette), true);

/** Ctrl or Cmd and K, from a field as well; Alt+Shift+K where the browser has bound it to nothing. */
const asksForIt = (event: KeyboardEvent): boolean =>
  event.code === 'KeyK' &&
  ((event.altKey && event.shiftKey && !event.ctrlKey && !event.metaKey) ||
    ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey));

/** Where the palette stands when it is asked for; its code comes right after the first paint. */
export function PaletteHost({
  session,
  host,
  subject,
}: {
  session: Session;
  host: Host;
  subject: Subject | null;
}) {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (isComposing(event) || !asksForIt(event)) return;
      event.preventDefault();
      event.stopPropagation();
      session.palette.value = !session.palette.value;
    };
    // Before whoever keeps keys to themselves, such as a field that is being typed into.
    document.addEventListener('keydown', onKeyDown, true);
    return () => document.removeEventListener('keydown', onKeyDown, true);
  }, [session]);
  const state = session.state.value;
  if (!session.palette.value || !state || state.offer || state.link.status === 'unpaired') return null;
  const begin = session.palette.value === 'task' ? 'task' : null;
  return (
    <Palette host={host} subject={subject} begin={begin} onClose={() => (session.palette.value = false)} />
  );
}
