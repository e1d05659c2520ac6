import { ExternalLink } from 'lucide-preact';
import type { Contact, ContactKey } from '../../../shared/domain/rows.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { isPageKey } from '../../../shared/identity/key.ts';
import type { Field } from '../../ui/field.ts';
import css from './Details.module.css';

/** What else somebody is known by: profiles, and numbers of other systems. */
export const otherKeyRows = (contact: Contact): Field[] =>
  contact.keys
    .filter((key) => key.kind === 'profile' || (key.kind === 'external' && !isPageKey(key)))
    .map((key) => ({
      id: `${key.kind} ${key.value}`,
      label: key.kind === 'profile' ? m.words_profile() : m.words_external(),
      value: key.value,
      ...sourceOf(key),
      ...(key.kind === 'profile' && { beside: webLink(key.value) }),
    }));

export const sourceOf = (key: ContactKey) =>
  key.source ? { title: m.sidebar_found_in({ source: key.source }) } : {};

/** Only web addresses become links: a stored `javascript:` never does. */
export const webLink = (url: string | null) =>
  url && /^https?:\/\//i.test(url) ? (
    <a
      class={css.link}
      href={url}
      target="_blank"
      rel="noreferrer noopener"
      aria-label={m.sidebar_open_link({ url })}
    >
      <ExternalLink size={14} aria-hidden="true" />
    </a>
  ) : undefined;
