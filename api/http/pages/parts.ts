import { html, raw } from 'hono/html';
import type { Role } from '../../../shared/domain/rows.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { passwordLength } from '../../services/account/password.ts';
import type { Html } from './frame.ts';
import type { Locale } from './locale.ts';

type Field = {
  name: string;
  label: string;
  value?: string | undefined;
  type?: 'text' | 'email' | 'password';
  complete?: string;
  hint?: string;
  most?: number;
  optional?: boolean;
};

/** A labelled field. A hint is part of the label, so that it is read aloud with it. */
export const field = ({
  name,
  label,
  value = '',
  type = 'text',
  complete = 'off',
  hint,
  most = 300,
  optional = false,
}: Field): Html =>
  html`<label>${label}<input name="${name}" type="${type}" value="${value}" autocomplete="${complete}" maxlength="${most}"${
    type === 'password' ? raw(' spellcheck="false"') : ''
  }${optional ? '' : raw(' required')}>${hint ? html`<small>${hint}</small>` : ''}</label>`;

export const emailField = (locale: Locale, value?: string): Html =>
  field({
    name: 'email',
    label: m.server_label_email({}, { locale }),
    value,
    type: 'email',
    complete: 'username',
    most: 254,
  });

export const passwordField = (locale: Locale): Html =>
  field({
    name: 'password',
    label: m.server_label_password({}, { locale }),
    type: 'password',
    complete: 'current-password',
    most: passwordLength.most,
  });

export const newPasswordField = (locale: Locale, label = m.server_label_password({}, { locale })): Html =>
  field({
    name: 'password',
    label,
    type: 'password',
    complete: 'new-password',
    hint: m.server_hint_password({}, { locale }),
    most: passwordLength.most,
  });

/** Filled and hidden by the script where a link brought the code. */
export const codeField = (locale: Locale, value?: string): Html =>
  field({
    name: 'code',
    label: m.server_label_code({}, { locale }),
    hint: m.server_hint_code({}, { locale }),
    value,
    most: 400,
  });

/** A link that is shown once, to be copied. */
export const linkField = (label: string, value: string): Html =>
  html`<label>${label}<input readonly value="${value}"></label>`;

export const hidden = (name: string, value: string): Html =>
  html`<input type="hidden" name="${name}" value="${value}">`;

export const roleName = (role: Role, locale: Locale): string => roleNames[role]({}, { locale });
const roleNames = {
  owner: m.server_role_owner,
  admin: m.server_role_admin,
  member: m.server_role_member,
  'read-only': m.server_role_read_only,
};

/** An instant, in the reader's language; the server does not know their clock, so it says which one it means. */
export const timeText = (at: number, locale: Locale): string =>
  `${new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' }).format(at)} UTC`;

export const time = (at: number, locale: Locale): Html =>
  html`<time datetime="${new Date(at).toISOString()}">${timeText(at, locale)}</time>`;
