import { Handshake } from 'lucide-preact';
import { forWhom } from '../../../shared/domain/promise/for-whom.ts';
import type { Contact } from '../../../shared/domain/rows.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import type { PromiseOffer } from '../../messages/promise.ts';
import { Button } from '../../ui/Button.tsx';
import { langOf } from '../../ui/langOf.ts';
import { Text } from '../../ui/Text.tsx';
import { shortName } from '../person/shortName.ts';
import { newId } from '../shell/newId.ts';
import { useSession } from '../shell/session.ts';
import css from './Promises.module.css';
import { promiseDueText } from './promiseDueText.ts';
import { readerOf } from './readerOf.ts';

/** A promise of the shown mail: one click makes it a task, another says that it is none. */
export function OfferRow({
  offer,
  contact,
  onGone,
}: {
  offer: PromiseOffer;
  contact: Contact;
  onGone: () => void;
}) {
  const session = useSession();
  const { key, by, sentence } = offer;
  const due = promiseDueText(offer, readerOf(session));
  const name = shortName(contact.name, contact.givenName);
  const what = forWhom(offer.what, by, name);
  const title = by === 'us' ? capital(what) : m.promise_task_theirs({ name, what });
  const isAppointment = offer.kind === 'call' || offer.kind === 'meeting';
  const add = async (event: Event) => {
    const id = newId();
    const outcome = await session.change(event, () =>
      session.client.call('keepPromise', { id, contactId: contact.id, key, title }),
    );
    if (!outcome.ok) return;
    session.toasts.show({
      tone: 'plain',
      text: m.promise_added({ task: title }),
      action: { label: m.words_undo(), run: (click) => void session.act(click, 'task.remove', { id }) },
    });
  };
  const dismiss = async (event: Event) => {
    const outcome = await session.change(event, () => session.client.call('dismissPromise', { key }));
    if (outcome.ok) onGone();
  };
  return (
    <div class={css.row} data-promise={by}>
      <p class={css.what}>
        <Handshake size={14} aria-hidden="true" />
        <span>
          <Text>{by === 'us' ? m.promise_us({ what }) : m.promise_them({ name, what })}</Text>
          {due && (
            <span class={css.due}>
              {' '}
              {isAppointment ? m.promise_on({ when: due }) : m.promise_by({ when: due })}
            </span>
          )}
        </span>
      </p>
      <q class={css.said} dir="auto" lang={langOf(sentence)}>
        {sentence}
      </q>
      {session.canChange.value && (
        <p class={css.acts}>
          <Button look="link" onClick={(event) => void add(event)}>
            {m.promise_add()}
          </Button>
          <Button look="link" title={m.promise_dismiss_how()} onClick={(event) => void dismiss(event)}>
            {m.promise_dismiss()}
          </Button>
        </p>
      )}
    </div>
  );
}

const capital = (text: string): string => {
  const [first = '', ...rest] = text;
  return first.toLocaleUpperCase() + rest.join('');
};
