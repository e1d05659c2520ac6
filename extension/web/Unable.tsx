import * as m from '../../shared/i18n/compiled/messages.js';
import css from './web.module.css';

/** Why the app does not open here, in a sentence that says what to do. */
export const Unable = ({ why }: { why: string }) => (
  <main class={css.unable}>
    <h1>{m.app_unconnected()}</h1>
    <p>{why}</p>
  </main>
);
