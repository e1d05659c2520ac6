import { BellOff } from 'lucide-preact';
import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import * as m from '../../../shared/i18n/compiled/messages.js';
import css from './RemindersOff.module.css';

/** Where something waits for its time and the browser may not tell of it: the way to the switch, which asks for that. */
export function RemindersOff() {
  const [off, setOff] = useState(false);
  useEffect(() => {
    // The app that a server serves has no such permission to ask for.
    browser?.permissions?.contains({ permissions: ['notifications'] }).then((on) => setOff(!on), reportError);
  }, []);
  if (!off) return null;
  return (
    <p class={css.line}>
      <BellOff size={14} aria-hidden="true" />
      <span>
        {m.today_reminders_off()}{' '}
        <a href="options.html" target="_blank" rel="noreferrer">
          {m.today_reminders_on()}
        </a>
      </span>
    </p>
  );
}
