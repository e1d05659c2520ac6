import { UserPlus } from 'lucide-preact';
import { useRef, useState } from 'preact/hooks';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { type FoundField, foundFields, newContactOf } from '../../messages/screen/found-fields.ts';
import type { CompanyOnScreen, PersonOnScreen, ThreadOnScreen } from '../../messages/state.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { late } from '../../ui/late.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { Empty, Section } from '../../ui/Section.tsx';
import { Text } from '../../ui/Text.tsx';
import { Audience } from '../audience/Audience.tsx';
import { neverItems } from '../exclusion/neverItems.ts';
import { LogBar } from '../log/LogBar.tsx';
import { useLog } from '../log/useLog.ts';
import { InPanel } from '../shell/InPanel.tsx';
import { useSession } from '../shell/session.ts';
import { useKeys } from '../shell/useKeys.ts';
import { Colleague } from './Colleague.tsx';
import { Duplicate } from './Duplicate.tsx';
import { FoundTicks } from './FoundTicks.tsx';
import { LinkExisting } from './LinkExisting.tsx';
import { PersonHead } from './PersonHead.tsx';
import css from './UnknownCard.module.css';

const Refused = late(() => import('../exclusion/Refused.tsx').then((part) => part.Refused));
const ThreadLog = late(() => import('../log/ThreadLog.tsx').then((part) => part.ThreadLog));
const LooksLike = late(() => import('../alike/LooksLike.tsx').then((part) => part.LooksLike));

/** Somebody on a mail who is not in the CRM. Nothing about them has left the browser, and nothing does before a click. */
export function UnknownCard({
  person,
  company,
  thread,
}: {
  person: PersonOnScreen;
  company: CompanyOnScreen | null;
  thread: ThreadOnScreen;
}) {
  const session = useSession();
  const { log } = useLog();
  const [said, say] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [linking, setLinking] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const found = foundFields(person.sighting).filter(({ id }) => id !== 'name' && id !== 'email');
  const isTicked = (field: FoundField): boolean => said.get(field.id) ?? field.taken;
  const hidden = thread.private;
  const contact = {
    ...newContactOf(person, isTicked, { channel: 'gmail', page: null }),
    private: hidden,
  };
  const inCrm = company?.company ?? null;
  const { refusal } = thread.target;
  const selected = thread.messages.find(({ id }) => id === thread.selectedId) ?? thread.messages.at(-1);
  const isWritten = !(selected?.log.state === 'none' && selected.log.why?.why === 'automatic');

  const add = async (event: Event) => {
    const outcome = await session.change(event, () => session.client.call('addContact', contact));
    if (outcome.ok) session.toasts.show({ tone: 'plain', text: m.sidebar_added({ name: contact.name }) });
  };
  const addAndLog = (event: Event) =>
    void log(event, { messages: 'selected', add: contact, private: hidden });
  useKeys({ l: () => document.querySelector<HTMLElement>('[data-focus="log"]')?.focus() });

  if (person.internal) return <Colleague person={person} thread={thread} />;
  return (
    <article aria-label={person.name}>
      <PersonHead person={person}>
        <Chip tone="warning">{m.sidebar_not_in_crm()}</Chip>
        {inCrm && (
          <button
            type="button"
            class={css.works}
            onClick={() => session.open({ noun: 'company', id: inCrm.id })}
          >
            <Text cut>{m.sidebar_works_at({ company: inCrm.name })}</Text>
          </button>
        )}
      </PersonHead>
      {person.maybe ? (
        <Duplicate person={person} maybe={person.maybe} />
      ) : (
        <LooksLike newcomer={contact} person={person} />
      )}
      {refusal && <Refused refusal={refusal} of="mail" />}
      <div class={css.actions}>
        {session.canChange.value ? (
          <>
            {!refusal && isWritten && (
              <Button
                look="primary"
                wide
                data-focus="log"
                class={css.main}
                icon={<UserPlus size={16} aria-hidden="true" />}
                onClick={addAndLog}
              >
                {m.sidebar_add_and_log()}
              </Button>
            )}
            <Audience
              of="new"
              hidden={hidden}
              onToggle={(next) => session.client.call('setPrivate', { private: next })}
            />
            <div class={css.second}>
              <Button look="link" onClick={(event) => void add(event)}>
                {m.sidebar_add_only()}
              </Button>
              {person.sighting.keys.length > 0 && (
                <Button
                  look="link"
                  aria-expanded={linking}
                  buttonRef={opener}
                  onClick={() => setLinking(!linking)}
                >
                  {m.sidebar_link_existing()}
                </Button>
              )}
              {person.email && (
                <Menu
                  label={m.exclude_never_more()}
                  class={css.never}
                  trigger={m.exclude_never_more()}
                  items={() => neverItems(session, person.email ?? '')}
                />
              )}
            </div>
            {linking && (
              <LinkExisting
                person={person}
                onDone={() => {
                  setLinking(false);
                  opener.current?.focus();
                }}
              />
            )}
          </>
        ) : (
          <InPanel />
        )}
        <p class={css.promise}>{m.sidebar_nothing_sent()}</p>
      </div>
      {(!thread.target.blocked || (thread.target.blocked === 'unknown' && !isWritten)) && (
        <LogBar thread={thread} />
      )}
      {thread.target.blocked && isWritten && thread.messages.length > 1 && (
        <div class={css.others}>
          <ThreadLog thread={thread} />
        </div>
      )}
      <Section title={m.sidebar_found_on_mail()}>
        {found.length === 0 ? (
          <Empty>{m.sidebar_found_nothing()}</Empty>
        ) : (
          <FoundTicks
            fields={found}
            isTicked={isTicked}
            onToggle={(field) => say(new Map(said).set(field.id, !isTicked(field)))}
          />
        )}
        {contact.domain && !inCrm && !contact.companyName && (
          <p class={css.domain}>{m.sidebar_company_by_domain({ domain: contact.domain })}</p>
        )}
      </Section>
    </article>
  );
}
