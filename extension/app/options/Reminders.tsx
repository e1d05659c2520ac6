import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import * as m from '../../../shared/i18n/compiled/messages.js';
import css from '../page.module.css';

const wanted = { permissions: ['notifications' as const] };

/** The permission is the switch: asked for here and nowhere else, and given back when it is switched off. */
export function Reminders() {
  const [on, set] = useState(false);
  const [refused, setRefused] = useState(false);
  const read = () => void browser.permissions.contains(wanted).then(set);
  useEffect(() => {
    read();
    browser.permissions.onAdded.addListener(read);
    browser.permissions.onRemoved.addListener(read);
    return () => {
      browser.permissions.onAdded.removeListener(read);
      browser.permissions.onRemoved.removeListener(read);
    };
  }, []);
  return (
    <>
      <label class={css.switch}>
        <input
          type="checkbox"
          checked={on}
          // The browser asks only within the click itself.
          onChange={(event) => {
            const asked = event.currentTarget.checked
              ? browser.permissions.request(wanted)
              : browser.permissions.remove(wanted);
            asked.then(
              (done) => {
                setRefused(!done);
                read();
              },
              () => setRefused(true),
            );
          }}
        />
        <span>{m.task_remind_switch()}</span>
        <span class={css.why}>{m.task_remind_how()}</span>
      </label>
      {refused && (
        <p class={css.how} role="alert">
          {m.task_remind_refused()}
        </p>
      )}
    </>
  );
}
