import { Phone } from 'lucide-preact';
import { limits } from '../../../shared/domain/limits.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { Input } from '../../../shared/sync/mutation.ts';
import type { PersonView } from '../../messages/state.ts';
import { CompanyChoice } from '../../sidebar/person/CompanyChoice.tsx';
import { roleField } from '../../sidebar/role/roleField.tsx';
import { errorText } from '../../sidebar/shell/errorText.ts';
import { useSession } from '../../sidebar/shell/session.ts';
import type { Field } from '../../ui/field.ts';
import { ownerField, sourceField, textField } from './fields.tsx';
import { Profile } from './Profile.tsx';
import css from './Record.module.css';

export function ContactProfile({ view }: { view: PersonView }) {
  const session = useSession();
  const { contact, company, members } = view;
  const may = session.canChange.value;
  const edit = async (event: Event, fields: Input<'contact.edit'>['fields']) => {
    const outcome = await session.act(event, 'contact.edit', { id: contact.id, fields }, true);
    return outcome.ok ? null : errorText(outcome.code);
  };
  const text = (
    field: 'givenName' | 'familyName' | 'title' | 'phone' | 'address',
    label: string,
    more?: Partial<Field>,
  ) =>
    textField(
      field,
      label,
      contact[field],
      may ? (typed, event) => edit(event, { [field]: typed || null }) : null,
      more,
    );
  const fields: Field[] = [
    textField(
      'name',
      m.words_name(),
      contact.name,
      may ? async (typed, event) => (typed ? edit(event, { name: typed }) : m.sidebar_needs_name()) : null,
      { maxLength: limits.name },
    ),
    text('givenName', m.words_given_name(), { maxLength: limits.name }),
    text('familyName', m.words_family_name(), { maxLength: limits.name }),
    text('title', m.words_title()),
    {
      id: 'company',
      label: m.words_company(),
      value: company?.name ?? '',
      invite: m.words_add(),
      ...(may && {
        editor: (onDone) => (
          <CompanyChoice
            set={(event, companyId) =>
              session.act(event, 'contact.edit', { id: contact.id, fields: { companyId } })
            }
            company={company}
            onDone={onDone}
          />
        ),
      }),
    },
    text('phone', m.words_phone(), {
      kind: 'tel',
      maxLength: limits.name,
      beside: contact.phone ? (
        <a
          class={css.beside}
          href={`tel:${contact.phone.replace(/[^\d+]/g, '')}`}
          aria-label={m.sidebar_call_number({ number: contact.phone })}
        >
          <Phone size={14} aria-hidden="true" />
        </a>
      ) : undefined,
    }),
    text('address', m.words_address(), { kind: 'long', maxLength: limits.note }),
    ownerField(
      contact.ownerId,
      members,
      may ? (typed, event) => edit(event, { ownerId: typed || null }) : null,
    ),
    roleField(contact, may ? edit : null),
    sourceField(contact.origin),
  ];
  return (
    <Profile
      noun="contact"
      id={contact.id}
      name={contact.name}
      fields={fields}
      own={contact.own}
      ownFields={view.ownFields}
      members={members}
      named={view.named}
      edit={(event, own) => edit(event, { own })}
    />
  );
}
