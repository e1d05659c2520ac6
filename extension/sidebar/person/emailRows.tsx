import { X } from 'lucide-preact';
import type { Contact, ContactKey } from '../../../shared/domain/rows.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { emailKey } from '../../../shared/identity/email.ts';
import { IconButton } from '../../ui/Button.tsx';
import type { Field } from '../../ui/field.ts';
import { errorText } from '../shell/errorText.ts';
import { type Session, useSession } from '../shell/session.ts';
import { sourceOf } from './otherKeyRows.tsx';

/** Every address is a row; unfolded, each can be taken off and one more added. */
export function emailRows(contact: Contact, session: Session, all: boolean): Field[] {
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
