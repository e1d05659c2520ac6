import { Ban, Briefcase, Handshake, Info, ListTodo, Mail, MailX, Users } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { Id } from '../../../shared/kit/id.ts';
import type { RecipientOnScreen, WritingOnScreen } from '../../messages/compose.ts';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import { Strip } from '../../ui/Strip.tsx';
import { Text } from '../../ui/Text.tsx';
import { Ago } from '../shell/Ago.tsx';
import { DayLabel } from '../shell/DayLabel.tsx';
import { useSession } from '../shell/session.ts';
import css from './Writing.module.css';

/** To whom a mail is being written, and what is better known before it leaves. */
export function Writing({ writing, shown }: { writing: WritingOnScreen; shown: Id | null }) {
  if (writing.plain)
    return (
      <Strip tone="plain" icon={<Info size={14} aria-hidden="true" />} role="status">
        {m.compose_plain()}
      </Strip>
    );
  const { people } = writing;
  const [only, ...others] = people.filter(({ internal }) => !internal);
  // Whose card stands there already is not shown twice, unless there is something to say beside it.
  const isShown = only && others.length === 0 && only.contactId === shown && shown !== null;
  if (people.length === 0 || (isShown && !only.teammate && only.bouncedAt === null && !only.excluded))
    return null;
  return (
    <Section title={m.compose_card()} count={people.length}>
      <ul>
        {people.map((person) => (
          <Recipient key={person.email} person={person} />
        ))}
      </ul>
    </Section>
  );
}

function Recipient({ person }: { person: RecipientOnScreen }) {
  const session = useSession();
  const { contactId, name, email, internal } = person;
  return (
    <li class={css.person}>
      <p class={css.name}>
        {contactId ? (
          <Button
            look="link"
            aria-label={m.compose_card_open({ name })}
            onClick={() => session.open({ noun: 'contact', id: contactId })}
          >
            <Text>{name}</Text>
          </Button>
        ) : (
          <Text>{name}</Text>
        )}
        <span class={css.muted}>
          {internal ? m.compose_card_colleague() : contactId ? null : m.compose_card_unknown()}
        </span>
      </p>
      {name !== email && <Text class={css.muted}>{email}</Text>}
      <Facts person={person} />
    </li>
  );
}

function Facts({ person }: { person: RecipientOnScreen }) {
  const { blocked, bouncedAt, teammate, excluded, open, more, deal, contactId, internal, lastContactAt } =
    person;
  return (
    <>
      {blocked && (
        <Fact bad icon={<Ban size={12} aria-hidden="true" />}>
          {m.record_blocked_because({ reason: blocked.reason ?? m.record_no_reason() })}
        </Fact>
      )}
      {bouncedAt !== null && (
        <Fact bad icon={<MailX size={12} aria-hidden="true" />}>
          <WithAgo text={m.compose_card_bounced} at={bouncedAt} />
        </Fact>
      )}
      {teammate && (
        <Fact icon={<Users size={12} aria-hidden="true" />}>
          <WithAgo
            text={({ ago }) => m.compose_card_teammate({ who: teammate.name, ago })}
            at={teammate.at}
          />
        </Fact>
      )}
      {excluded && <Fact icon={<Ban size={12} aria-hidden="true" />}>{m.compose_card_excluded()}</Fact>}
      {deal && (
        <Fact icon={<Briefcase size={12} aria-hidden="true" />}>
          <Text>{deal.stage ? `${deal.title} · ${deal.stage}` : deal.title}</Text>
        </Fact>
      )}
      {open.map((task) => (
        <Fact
          key={task.id}
          icon={
            task.by ? <Handshake size={12} aria-hidden="true" /> : <ListTodo size={12} aria-hidden="true" />
          }
        >
          {task.by && <b>{task.by === 'us' ? m.compose_card_us() : m.compose_card_them()}: </b>}
          <Text>{task.title}</Text>
          {task.dueDay && (
            <span class={css.muted}>
              {' '}
              <DayLabel day={task.dueDay} />
            </span>
          )}
        </Fact>
      ))}
      {more > 0 && <Fact>{m.compose_card_more({ count: more })}</Fact>}
      {contactId && !internal && (
        <Fact icon={<Mail size={12} aria-hidden="true" />}>
          {lastContactAt === null ? (
            m.compose_card_never()
          ) : (
            <WithAgo text={m.compose_card_last} at={lastContactAt} />
          )}
        </Fact>
      )}
    </>
  );
}

function Fact({
  bad,
  icon,
  children,
}: {
  bad?: boolean;
  icon?: ComponentChildren;
  children: ComponentChildren;
}) {
  return (
    <p class={bad ? css.bad : css.fact}>
      {icon}
      <span>{children}</span>
    </p>
  );
}

/** A sentence around an instant, wherever its language has it. */
function WithAgo({ text, at }: { text: (words: { ago: string }) => string; at: number }) {
  const [before = '', after = ''] = text({ ago: '\u0000' }).split('\u0000');
  return (
    <>
      {before}
      <Ago at={at} />
      {after}
    </>
  );
}
