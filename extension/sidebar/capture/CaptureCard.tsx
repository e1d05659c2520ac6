import { useState } from 'preact/hooks';
import { limits } from '../../../shared/domain/limits.ts';
import { type LifeCycle, lifeCycles } from '../../../shared/domain/rows.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { NewContact } from '../../messages/calls.ts';
import { newContactOf } from '../../messages/screen/found-fields.ts';
import type { CompanyOnScreen, PersonOnScreen } from '../../messages/state.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import css from '../../ui/form.module.css';
import { Labelled } from '../../ui/Labelled.tsx';
import { Section } from '../../ui/Section.tsx';
import { Audience } from '../audience/Audience.tsx';
import { evidenceText } from '../person/evidenceText.ts';
import { lifeCycleText } from '../person/lifeCycleText.ts';
import { errorText } from '../shell/errorText.ts';
import { InPanel } from '../shell/InPanel.tsx';
import { useSession } from '../shell/session.ts';
import own from './CaptureCard.module.css';

type Editable = 'name' | 'title' | 'email' | 'phone' | 'companyName';

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
  const [error, setError] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const [said, hide] = useState<boolean | null>(null);
  const hidden = said ?? session.state.value?.mailbox?.private ?? false;
  const seen = seenContact(person, company, page?.url ?? null);
  const value = (id: Editable) => edited[id] ?? seen[id] ?? '';
  const contact: NewContact = {
    ...seen,
    name: value('name').trim(),
    title: value('title').trim() || null,
    email: value('email').trim() || null,
    phone: value('phone').trim() || null,
    companyName: value('companyName').trim() || null,
    lifeCycle,
    private: hidden,
  };
  const sourceOf = (id: Editable) => {
    const field = ({ name: 'name', title: 'title', phone: 'phone', companyName: 'organisation' } as const)[
      id as 'name'
    ];
    const found =
      id === 'email'
        ? person?.sighting.keys.find((key) => key.value.kind === 'email')
        : person?.sighting.fields[field];
    return found && edited[id] === undefined ? evidenceText(found.source) : null;
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
  const row = (id: Editable, label: string, max: number) => (
    <Labelled
      label={
        <span class={own.label}>
          {label}
          {sourceOf(id) && <span class={own.source}>{sourceOf(id)}</span>}
        </span>
      }
      error={id === 'name' ? error : null}
    >
      <input
        class={css.input}
        dir="auto"
        autocomplete="off"
        maxLength={max}
        value={value(id)}
        onInput={(event) => setEdited({ ...edited, [id]: event.currentTarget.value })}
      />
    </Labelled>
  );
  return (
    <Section title={person ? m.sidebar_new_lead() : m.sidebar_new_contact()}>
      <form class={own.form} onSubmit={(event) => void save(event)}>
        {row('name', m.words_name(), limits.name)}
        {row('title', m.words_title(), limits.title)}
        {row('email', m.words_email(), limits.name)}
        {row('phone', m.words_phone(), limits.name)}
        {row('companyName', m.words_company(), limits.name)}
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

function seenContact(
  person: PersonOnScreen | null,
  company: CompanyOnScreen | null,
  page: string | null,
): NewContact {
  const origin = { channel: page ? 'page' : 'manual', page };
  if (!person) {
    return {
      name: '',
      title: null,
      email: null,
      phone: null,
      companyName: company?.name ?? null,
      domain: company?.domain ?? null,
      address: null,
      url: null,
      lifeCycle: 'lead',
      ...origin,
    };
  }
  const contact = newContactOf(person, () => true, origin);
  return {
    ...contact,
    companyName: contact.companyName ?? company?.name ?? null,
    domain: contact.domain ?? company?.domain ?? null,
  };
}
