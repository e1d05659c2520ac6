import { ExternalLink } from 'lucide-preact';
import * as m from '../../../shared/i18n/compiled/messages.js';
import css from './App.module.css';

/** Within somebody's page: the way to this page by itself, where what changes much at once may be done. */
export function FullPage({ href }: { href: string }) {
  return (
    <a class={css.link} href={href} target="_blank" rel="noreferrer" title={m.places_full_page_why()}>
      <ExternalLink size={16} aria-hidden="true" />
      <span>{m.places_full_page()}</span>
    </a>
  );
}
