import { EyeOff } from 'lucide-preact';
import { useEffect, useState } from 'preact/hooks';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { Strip } from '../../ui/Strip.tsx';
import { useSession } from '../shell/session.ts';
import './again.css';
import { watchEarly } from './early.ts';
import { sayCovered } from './sayCovered.ts';

/** A panel arms within half a second; what lasts longer is said. */
const SAID_AFTER_MS = 1_500;
/** As the browser has it unless the user chose another; the settings show what is bound. */
const logKeys = 'Alt+Shift+L';

/** While the page covers the panel its buttons change nothing: said before anybody presses one, with the ways that work. */
export function Disarmed() {
  const { guard, toasts, openPanel } = useSession();
  const isAsleep = guard.level.value === 'watched' && !guard.armed.value;
  const [isLasting, setLasting] = useState(false);
  useEffect(
    () =>
      watchEarly(guard, {
        again: () => toasts.show({ tone: 'plain', text: m.level_press_again() }),
        covered: () => sayCovered(toasts, openPanel),
      }),
    [guard, toasts, openPanel],
  );
  useEffect(() => {
    if (!isAsleep) return setLasting(false);
    const timer = setTimeout(() => setLasting(true), SAID_AFTER_MS);
    return () => clearTimeout(timer);
  }, [isAsleep]);
  if (!isAsleep || !isLasting) return null;
  return (
    <div data-disarmed>
      <Strip
        tone="warning"
        role="status"
        icon={<EyeOff size={14} aria-hidden="true" />}
        action={
          openPanel && (
            <button type="button" onClick={openPanel}>
              {m.sidebar_open_panel()}
            </button>
          )
        }
      >
        {m.level_disarmed()} {m.level_disarmed_ways({ keys: logKeys })}
      </Strip>
    </div>
  );
}
