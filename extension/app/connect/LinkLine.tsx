import * as m from '../../../shared/i18n/compiled/messages.js';
import type { LinkState } from '../../messages/state.ts';
import { errorText } from '../../sidebar/shell/errorText.ts';
import { classes } from '../../ui/classes.ts';
import css from '../page.module.css';

/** How this browser stands with its server, in a sentence. */
export function LinkLine({ link }: { link: LinkState }) {
  if (link.status === 'unpaired') return null;
  const bad = link.status === 'offline' || link.status === 'refused';
  return (
    <div class={classes(css.status, bad && css.bad)} role="status">
      <p>{m.pages_connected({ server: link.server ?? '', workspace: link.workspace ?? '' })}</p>
      <p>{sentence(link)}</p>
    </div>
  );
}

function sentence(link: LinkState): string {
  if (link.status === 'refused' && link.code) return errorText(link.code);
  if (link.status === 'offline') return link.code ? errorText(link.code) : m.pages_offline();
  if (link.status === 'online') return m.pages_online();
  return link.filled ? m.pages_filling(link.filled) : m.pages_filling_start();
}
