import { MailQuestion } from 'lucide-preact';
import { useState } from 'preact/hooks';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { NewcomerLine } from '../../messages/today.ts';
import { Button } from '../../ui/Button.tsx';
import { relativeTime } from '../../ui/relativeTime.ts';
import { Section } from '../../ui/Section.tsx';
import { Text } from '../../ui/Text.tsx';
import { newId } from '../shell/newId.ts';
import { useSession } from '../shell/session.ts';
import { useAnswer } from '../shell/useAnswer.ts';
import { MailLink } from './MailLink.tsx';
import css from './Newcomers.module.css';

/** More of them wait for a click. */
const shownFirst = 4;

/** Unknown people who wrote, each with why they are here: nobody is added unasked. */
export function Newcomers({ rows }: { rows: number }) {
  const { value: lines } = useAnswer('newcomers', { rows });
  const [all, showAll] = useState(false);
  if (!lines || lines.length === 0) return null;
  return (
    <Section title={m.today_newcomers()} count={lines.length}>
      <ul>
        {(all ? lines : lines.slice(0, shownFirst)).map((line) => (
          <Row key={line.email} line={line} />
        ))}
      </ul>
      {!all && lines.length > shownFirst && (
        <Button look="link" onClick={() => showAll(true)}>
          {m.today_show_all({ count: lines.length })}
        </Button>
      )}
    </Section>
  );
}

function Row({ line }: { line: NewcomerLine }) {
  const session = useSession();
  const { client, toasts } = session;
  const { email, times, at } = line;
  const who = line.name ?? email;
  const ago = relativeTime(at, session.now.value, session.locale.value);
  const add = async (event: Event) => {
    const outcome = await session.change(event, () => client.call('addNewcomer', { email, id: newId() }));
    if (!outcome.ok) return;
    const id = outcome.value.contactId;
    session.open({ noun: 'contact', id });
    toasts.show({
      tone: 'plain',
      text: m.today_added({ who }),
      action: {
        label: m.words_undo(),
        run: async (click) => {
          if ((await session.act(click, 'contact.remove', { id })).ok) session.back();
        },
      },
    });
  };
  const later = async (event: Event) => {
    const outcome = await session.change(event, () => client.call('laterNewcomer', { email }));
    if (outcome.ok) toasts.show({ tone: 'plain', text: m.today_put_off({ who }) });
  };
  const never = async (event: Event) => {
    const id = newId();
    const rule = {
      id,
      subject: 'address',
      value: email,
      effect: 'never',
      note: null,
      private: true,
    } as const;
    if (!(await session.act(event, 'exclusion.add', rule)).ok) return;
    toasts.show({
      tone: 'plain',
      text: m.exclude_never_done({ what: email }),
      action: { label: m.words_undo(), run: (click) => void session.act(click, 'exclusion.remove', { id }) },
    });
  };
  return (
    <li class={css.row} data-newcomer={email}>
      <MailQuestion size={16} aria-hidden="true" />
      <div class={css.words}>
        <Text cut class={css.name} title={email}>
          {who}
        </Text>
        <MailLink line={line} />
        <p class={css.why}>
          {m.today_wrote({ count: times, ago })} · {m.today_not_machine()}
        </p>
        {session.canChange.value && (
          <div class={css.acts}>
            <Button aria-label={m.today_add_who({ who })} onClick={(event) => void add(event)}>
              {m.today_add()}
            </Button>
            <Button
              look="quiet"
              aria-label={m.today_later_who({ who })}
              onClick={(event) => void later(event)}
            >
              {m.today_later()}
            </Button>
            <Button
              look="quiet"
              aria-label={m.today_never_who({ who: email })}
              onClick={(event) => void never(event)}
            >
              {m.today_never()}
            </Button>
          </div>
        )}
      </div>
    </li>
  );
}
