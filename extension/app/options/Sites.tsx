import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { allSites, chosenSites, siteName, sitePatterns } from '../../settings/sites.ts';
import { Button } from '../../ui/Button.tsx';
import form from '../../ui/form.module.css';
import { Labelled } from '../../ui/Labelled.tsx';
import css from '../page.module.css';

/** Which sites may be read without a click. Each was granted by the browser's own prompt and can be taken back. */
export function Sites() {
  const [granted, setGranted] = useState<string[]>([]);
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string | null>(null);
  useEffect(() => {
    const { permissions } = browser;
    const read = () => void permissions.getAll().then(({ origins = [] }) => setGranted(chosenSites(origins)));
    read();
    permissions.onAdded.addListener(read);
    permissions.onRemoved.addListener(read);
    return () => {
      permissions.onAdded.removeListener(read);
      permissions.onRemoved.removeListener(read);
    };
  }, []);
  const all = allSites.every((site) => granted.includes(site));

  // The browser asks only in the turn of a click: nothing may be awaited before.
  const ask = (origins: string[]) =>
    browser.permissions.request({ origins }).then((yes) => {
      setError(yes ? null : m.pages_sites_refused());
      if (yes) setTyped('');
    });
  const add = (event: Event) => {
    event.preventDefault();
    const origins = sitePatterns(typed);
    if (!origins) setError(m.pages_sites_bad());
    else void ask(origins);
  };
  const others = granted.filter((site) => !allSites.includes(site));
  return (
    <>
      <label class={css.switch}>
        <input
          type="checkbox"
          checked={all}
          onChange={(event) =>
            void (event.currentTarget.checked
              ? ask(allSites)
              : browser.permissions.remove({ origins: allSites }))
          }
        />
        <span>{m.pages_sites_all()}</span>
        <span class={css.why}>{m.pages_sites_all_why()}</span>
      </label>
      {others.length > 0 ? (
        <ul class={css.rows}>
          {others.map((site) => (
            <li key={site} class={css.row}>
              <span>{siteName(site)}</span>
              <Button onClick={() => void browser.permissions.remove({ origins: [site] })}>
                {m.pages_sites_off({ site: siteName(site) })}
              </Button>
            </li>
          ))}
        </ul>
      ) : (
        <p class={css.how}>{m.pages_sites_none()}</p>
      )}
      <form class={css.form} onSubmit={add}>
        <Labelled label={m.pages_sites_address()} error={error}>
          <input
            class={form.input}
            type="text"
            inputMode="url"
            autocomplete="off"
            spellcheck={false}
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        </Labelled>
        <Button class={css.big} type="submit">
          {m.pages_sites_add()}
        </Button>
      </form>
    </>
  );
}
