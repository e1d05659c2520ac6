import { ExternalLink, Phone, X } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { limits } from '../../../shared/domain/limits.ts';
import type { Contact, ContactKey } from '../../../shared/domain/rows.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { emailKey } from '../../../shared/identity/email.ts';
import type { Input } from '../../../shared/sync/mutation.ts';
import type { PersonView } from '../../messages/state.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { FieldList } from '../../ui/FieldList.tsx';
import type { Field } from '../../ui/field.ts';
import { Section } from '../../ui/Section.tsx';
import { errorText } from '../shell/errorText.ts';
import { ownFieldRows } from '../shell/ownFieldRows.ts';
import { useSession } from '../shell/session.ts';
import css from './Details.module.css';

type Fields = Input<'contact.edit'>['fields'];

/** The profile, edited where it stands. Three fields first, the rest on request. */
export function Details({ view, onCall }: { view: PersonView; onCall: () => void }) {
  const session = useSession();
  const [all, showAll] = useState(false);
  const { contact, company, owner } = view;
  const may = session.canChange.value;
  const edit = async (event: Event, fields: Fields) => {
    const outcome = await session.act(event, 'contact.edit', { id: contact.id, fields }, true);
    return outcome.ok ? null : errorText(outcome.code);
  };
  const text = (id: 'title' | 'phone' | 'address', label: string, more?: Partial<Field>): Field => ({
    id,
    label,
    value: contact[id] ?? '',
    invite: m.words_add(),
    maxLength: limits.title,
    ...(may && { save: (typed, event) => edit(event, { [id]: typed.trim() || null } as Fields) }),
    ...more,
  });

  const first: Field[] = [
    ...emailRows(contact, session, all),
    text('phone', m.words_phone(), {
      kind: 'tel',
      beside: contact.phone ? (
        <a
          class={css.link}
          href={`tel:${contact.phone.replace(/[^\d+]/g, '')}`}
          aria-label={m.sidebar_call_number({ number: contact.phone })}
          title={m.sidebar_call_number({ number: contact.phone })}
          onClick={onCall}
        >
          <Phone size={14} aria-hidden="true" />
        </a>
      ) : undefined,
    }),
    text('title', m.words_title()),
  ];
  const rest: Field[] = [
    {
      id: 'name',
      label: m.words_name(),
      value: contact.name,
      maxLength: limits.name,
      ...(may && {
        save: async (typed: string, event: Event) =>
          typed.trim() ? edit(event, { name: typed.trim() }) : m.sidebar_needs_name(),
      }),
    },
    { id: 'company', label: m.words_company(), value: company?.name ?? '' },
    text('address', m.words_address(), { kind: 'long', maxLength: limits.note }),
    { id: 'owner', label: m.words_owner(), value: owner?.name ?? '' },
    ...otherKeyRows(contact),
    {
      id: 'source',
      label: m.words_source(),
      value: contact.origin.channel ?? '',
      ...(contact.origin.page && { title: contact.origin.page }),
      beside: webLink(contact.origin.page),
    },
    ...ownFieldRows(view.ownFields, 'contact', contact.own, session, (event, own) => edit(event, { own })),
  ];
  return (
    <Section
      title={m.words_details()}
      action={
        <Button look="link" aria-expanded={all} onClick={() => showAll(!all)}>
          {all ? m.sidebar_show_fewer() : m.sidebar_show_all()}
        </Button>
      }
    >
      <FieldList label={m.words_details()} fields={all ? [...first, ...rest] : first} />
    </Section>
  );
}

type SessionOf = ReturnType<typeof useSession>;

/** Every address is a row; unfolded, each can be taken off and one more added. */
function emailRows(contact: Contact, session: SessionOf, all: boolean): Field[] {
  const emails = contact.keys.filter((key) => key.kind === 'email');
  const add = async (typed: string, event: Event) => {
    if (!typed.trim()) return null;
    const key = emailKey(typed);
    if (!key) return m.sidebar_not_an_address();
    const outcome = await session.act(
      event,
      'contact.addKey',
      { id: contact.id, key: { ...key, source: 'manual' } },
      true,
    );
    return outcome.ok ? null : errorText(outcome.code);
  };
  const empty: Field = {
    id: 'email',
    label: emails.length === 0 ? m.words_email() : m.sidebar_email_other(),
    value: '',
    kind: 'email',
    invite: m.words_add(),
    ...(session.canChange.value && { save: add }),
  };
  const rows = emails.map((key, at) => ({
    id: `email ${key.value}`,
    label: at === 0 ? m.words_email() : m.sidebar_email_other(),
    value: key.value,
    ...sourceOf(key),
    ...(all && session.canChange.value && { beside: <RemoveKey contact={contact} value={key} /> }),
  }));
  return emails.length === 0 || (all && session.canChange.value) ? [...rows, empty] : rows;
}

function RemoveKey({ contact, value }: { contact: Contact; value: ContactKey }) {
  const session = useSession();
  const remove = async (event: Event) => {
    const { kind, value: text } = value;
    const outcome = await session.act(event, 'contact.removeKey', {
      id: contact.id,
      key: { kind, value: text },
    });
    if (!outcome.ok) return;
    session.toasts.show({
      tone: 'plain',
      text: m.sidebar_removed({ what: text }),
      action: {
        label: m.words_undo(),
        run: (click) => void session.act(click, 'contact.addKey', { id: contact.id, key: value }),
      },
    });
  };
  return (
    <IconButton label={m.sidebar_remove({ what: value.value })} onClick={(event) => void remove(event)}>
      <X size={14} aria-hidden="true" />
    </IconButton>
  );
}

const otherKeyRows = (contact: Contact): Field[] =>
  contact.keys
    .filter((key) => key.kind === 'profile' || key.kind === 'external')
    .map((key) => ({
      id: `${key.kind} ${key.value}`,
      label: key.kind === 'profile' ? m.words_profile() : m.words_external(),
      value: key.value,
      ...sourceOf(key),
      ...(key.kind === 'profile' && { beside: webLink(key.value) }),
    }));

const sourceOf = (key: ContactKey) =>
  key.source ? { title: m.sidebar_found_in({ source: key.source }) } : {};

/** Only web addresses become links: a stored `javascript:` never does. */
const webLink = (url: string | null) =>
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
