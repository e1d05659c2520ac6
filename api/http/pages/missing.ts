import { html } from 'hono/html';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { show, type Visit } from './visit.ts';

/** The same for what is not there and for what one may not see. */
export const missing = (visit: Visit): Response =>
  show(
    visit,
    {
      title: m.server_not_found({}, { locale: visit.locale }),
      body: html`<p><a href="/">${m.server_back_home({}, { locale: visit.locale })}</a></p>`,
      narrow: true,
    },
    404,
  );
