import type { ComponentChildren } from 'preact';
import * as m from '../../../shared/i18n/compiled/messages.js';
import css from './App.module.css';

/** Nothing to show yet: one sentence and the one way on. */
export function Unconnected({
  settings,
  children,
}: {
  settings: string | null;
  children?: ComponentChildren;
}) {
  return (
    <main class={css.alone}>
      <h1 class={css.aloneTitle}>{m.app_unconnected()}</h1>
      {children ?? (
        <>
          <p>{m.app_unconnected_how()}</p>
          {settings && (
            <a class={css.aloneLink} href={settings}>
              {m.app_settings()}
            </a>
          )}
        </>
      )}
    </main>
  );
}
