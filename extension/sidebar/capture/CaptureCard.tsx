import { useState } from 'preact/hooks';
import { limits } from '../../../shared/domain/limits.ts';
import { type LifeCycle, lifeCycles } from '../../../shared/domain/rows.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { Seen } from '../../../shared/identity/sighting.ts';
import type { NewContact } from '../../messages/calls.ts';
import { type FoundField, foundFields } from '../../messages/screen/found-fields.ts';
import { leadOnPage } from '../../messages/screen/lead-on-page.ts';
import type { CompanyOnScreen, PersonOnScreen } from '../../messages/state.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import css from '../../ui/form.module.css';
import { Labelled } from '../../ui/Labelled.tsx';
import { Section } from '../../ui/Section.tsx';
import { FirmLike } from '../alike/FirmLike.tsx';
import { LooksLike } from '../alike/LooksLike.tsx';
import { Audience } from '../audience/Audience.tsx';
import { Duplicate } from '../person/Duplicate.tsx';
import { lifeCycleText } from '../person/lifeCycleText.ts';
import { errorText } from '../shell/errorText.ts';
import { InPanel } from '../shell/InPanel.tsx';
import { useSession } from '../shell/session.ts';
import own from './CaptureCard.module.css';
import { SeenField } from './SeenField.tsx';

type Editable = 'name' | 'title' | 'email' | 'phone' | 'companyName';
const fieldOf = {
  name: 'name',
  title: 'title',
  email: 'email',
  phone: 'phone',
  companyName: 'organisation',
} as const satisfies Record<Editable, FoundField['id']>;

/** A person of the page becomes a lead: look, Save. Source, owner and life cycle are filled in. */
export function CaptureCard({
  person,
  company,
  page,
}: {
  person: PersonOnScreen | null;
  company: CompanyOnScreen | null;
  page: { url: string; title: string } | null;
}) {
  const session = useSession();
  const [edited, setEdited] = useState<Partial<Record<Editable, string>>>({});
  const [lifeCycle, setLifeCycle] = useState<LifeCycle>('lead');
  /** A company that is there, taken instead of a new one; typing another name takes it back. */
  const [firm, takeFirm] = useState<{ id: string; name: string } | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const [said, hide] = useState<boolean | null>(null);
  const hidden = said ?? session.state.value?.mailbox?.private ?? false;
  const lead = person
    ? leadOnPage(person, company, page?.url ?? null)
    : emptyLead(company, page?.url ?? null);
  const found = person ? foundFields(person.sighting) : [];
  const value = (id: Editable) => edited[id] ?? lead[id] ?? '';
  const contact: NewContact = {
    ...lead,
    name: value('name').trim(),
    title: value('title').trim() || null,
    email: value('email').trim() || null,
    phone: value('phone').trim() || null,
    companyName: value('companyName').trim() || null,
    ...(firm && firm.name === value('companyName').trim() && { companyId: firm.id }),
    lifeCycle,
    private: hidden,
  };

  const save = async (event: Event) => {
    event.preventDefault();
    if (!contact.name) return setError(m.sidebar_needs_name());
    setSaving(true);
    const outcome = await session.change(event, () => session.client.call('addContact', contact), true);
    setSaving(false);
    if (!outcome.ok) return setError(errorText(outcome.code));
    session.toasts.show({
      tone: 'plain',
      text: outcome.value.existed
        ? m.sidebar_already_there({ name: contact.name })
        : m.sidebar_added({ name: contact.name }),
    });
    session.open({ noun: 'contact', id: outcome.value.contactId });
  };
  const seenOf = (id: Editable): Seen[] => {
    const field = found.find((each) => each.id === fieldOf[id]);
    if (field) return [field.seen, ...field.others];
    const name = id === 'companyName' ? company?.sighting?.fields.name : undefined;
    return name ? [name] : [];
  };
  const row = (id: Editable, label: string, max: number) => (
    <SeenField
      label={label}
      value={value(id)}
      seen={seenOf(id)}
      max={max}
      error={id === 'name' ? error : null}
      onValue={(typed) => setEdited({ ...edited, [id]: typed })}
    />
  );
  return (
    <Section title={person ? m.sidebar_new_lead() : m.sidebar_new_contact()}>
      {person?.maybe ? (
        <Duplicate person={person} maybe={person.maybe} />
      ) : (
        <LooksLike newcomer={contact} person={person} />
      )}
      <form class={own.form} onSubmit={(event) => void save(event)}>
        {row('name', m.words_name(), limits.name)}
        {row('title', m.words_title(), limits.title)}
        {row('email', m.words_email(), limits.name)}
        {row('phone', m.words_phone(), limits.name)}
        {row('companyName', m.words_company(), limits.name)}
        {!company?.company && contact.companyName && contact.companyName !== firm?.name && (
          <FirmLike
            firm={{ name: contact.companyName, domain: contact.domain, phone: null }}
            onTake={(found) => {
              takeFirm(found);
              setEdited({ ...edited, companyName: found.name });
            }}
          />
        )}
        <Labelled label={m.words_life_cycle()}>
          <select
            class={css.input}
            value={lifeCycle}
            onChange={(event) => setLifeCycle(event.currentTarget.value as LifeCycle)}
          >
            {lifeCycles.map((one) => (
              <option key={one} value={one}>
                {lifeCycleText(one)}
              </option>
            ))}
          </select>
        </Labelled>
        <p class={own.facts}>
          <Chip>{m.sidebar_owner_you()}</Chip>
          {page && <Chip title={page.url}>{m.sidebar_source_is({ source: hostOf(page.url) })}</Chip>}
        </p>
        <Audience of="contact" hidden={hidden} onToggle={hide} />
        {session.canChange.value ? (
          <Button look="primary" wide type="submit" data-focus="log" disabled={saving}>
            {m.words_save()}
          </Button>
        ) : (
          <InPanel />
        )}
        <p class={own.promise}>{m.sidebar_nothing_sent()}</p>
      </form>
    </Section>
  );
}

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).hostname || url : url);

const emptyLead = (company: CompanyOnScreen | null, page: string | null): NewContact => ({
  name: '',
  title: null,
  email: null,
  phone: null,
  companyName: company?.name ?? null,
  domain: company?.domain ?? null,
  address: null,
  url: null,
  lifeCycle: 'lead',
  channel: page ? 'page' : 'manual',
  page,
});
