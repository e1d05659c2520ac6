import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import css from '../page.module.css';

const names: Record<string, () => string> = {
  _execute_action: m.pages_key_open,
  log: m.pages_key_log,
  note: m.pages_key_note,
  search: m.pages_key_search,
};

/** Our shortcuts as the browser really bound them: an empty one is held by somebody else. */
export function Shortcuts() {
  const [bound, setBound] = useState<{ name: string; keys: string }[]>([]);
  useEffect(() => {
    const read = () =>
      void browser.commands
        .getAll()
        .then((all) => setBound(all.map(({ name = '', shortcut = '' }) => ({ name, keys: shortcut }))));
    read();
    // Back from the browser's shortcut page the list is true again.
    const end = new AbortController();
    for (const type of ['focus', 'visibilitychange'])
      window.addEventListener(type, read, { signal: end.signal });
    return () => end.abort();
  }, []);
  return (
    <>
      <ul class={css.rows}>
        {Object.entries(names).map(([name, label]) => {
          const keys = bound.find((command) => command.name === name)?.keys ?? '';
          return (
            <li key={name} class={css.row}>
              <span>{label()}</span>
              <kbd class={classes(css.keys, !keys && css.unset)}>{keys || m.pages_keys_unset()}</kbd>
            </li>
          );
        })}
      </ul>
      <Button class={css.big} onClick={openShortcutPage}>
        {m.pages_keys_change()}
      </Button>
    </>
  );
}

function openShortcutPage(): void {
  const commands = browser.commands as typeof browser.commands & {
    openShortcutSettings?: () => Promise<void>;
  };
  if (commands.openShortcutSettings) void commands.openShortcutSettings();
  else void browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
