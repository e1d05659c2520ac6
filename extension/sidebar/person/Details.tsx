import { Phone } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { limits } from '../../../shared/domain/limits.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { Input } from '../../../shared/sync/mutation.ts';
import type { PersonView } from '../../messages/state.ts';
import { Button } from '../../ui/Button.tsx';
import { FieldList } from '../../ui/FieldList.tsx';
import type { Field } from '../../ui/field.ts';
import { Section } from '../../ui/Section.tsx';
import { HistoryButton } from '../history/HistoryButton.tsx';
import { ownFieldRows, ownFieldsOf } from '../own-field/ownFieldRows.tsx';
import { roleField } from '../role/roleField.tsx';
import { errorText } from '../shell/errorText.ts';
import { useSession } from '../shell/session.ts';
import { CompanyChoice } from './CompanyChoice.tsx';
import css from './Details.module.css';
import { Ending } from './Ending.tsx';
import { emailRows } from './emailRows.tsx';
import { otherKeyRows, webLink } from './otherKeyRows.tsx';
import { zoneField } from './zoneField.ts';

type Fields = Input<'contact.edit'>['fields'];

/** The profile, edited where it stands. Three fields first, the rest on request. */
export function Details({ view, onCall }: { view: PersonView; onCall: () => void }) {
  const session = useSession();
  const [all, showAll] = useState(false);
  const { contact, company, owner, members } = view;
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

  const own = (shown: boolean) =>
    ownFieldRows(session, {
      ownFields: ownFieldsOf(view.ownFields, 'contact', { at: 'sidebar', shown }),
      values: contact.own,
      members,
      named: view.named,
      edit: (event, own) => edit(event, { own }),
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
    ...own(true),
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
    text('address', m.words_address(), { kind: 'long', maxLength: limits.note }),
    {
      id: 'owner',
      label: m.words_owner(),
      value: owner?.id ?? '',
      shown: owner?.name ?? '',
      invite: m.words_add(),
      options: [
        { value: '', label: m.sidebar_no_owner() },
        ...members.map(({ id, name }) => ({ value: id, label: name })),
      ],
      ...(may && { save: (typed: string, event: Event) => edit(event, { ownerId: typed || null }) }),
    },
    ...(all
      ? [zoneField(contact, may ? (typed, event) => edit(event, { zone: typed || null }) : undefined)]
      : []),
    roleField(contact, may ? (event, given) => edit(event, given) : null),
    ...otherKeyRows(contact),
    {
      id: 'source',
      label: m.words_source(),
      value: contact.origin.channel ?? '',
      ...(contact.origin.page && { title: contact.origin.page }),
      beside: webLink(contact.origin.page),
    },
    ...own(false),
  ];
  return (
    <Section
      title={m.words_details()}
      action={
        <>
          <HistoryButton of="contact" id={contact.id} name={contact.name} />
          <Button look="link" aria-expanded={all} onClick={() => showAll(!all)}>
            {all ? m.sidebar_show_fewer() : m.sidebar_show_all()}
          </Button>
        </>
      }
    >
      <FieldList label={m.words_details()} fields={all ? [...first, ...rest] : first} />
      {all && <Ending view={view} />}
    </Section>
  );
}
