import { failedAddresses } from '../../shared/domain/automatic/failed.ts';
import type { Automatic } from '../../shared/domain/automatic/kinds.ts';
import { digestKey } from '../../shared/domain/interaction/digest-key.ts';
import type { PromiseTalk } from '../../shared/domain/promise/kinds.ts';
import type { Sighting } from '../../shared/identity/sighting.ts';
import { cardsIn } from './attachments/cards.ts';
import { textOfBody } from './dom/body-text.ts';
import type { MessageInPage } from './dom/messages.ts';
import type { ThreadInPage } from './dom/thread.ts';
import { forwardedOf } from './forwarded.ts';
import { mailboxTime, mailboxTimes } from './mailbox-time.ts';
import { type PeopleFacts, peopleOfThread } from './sightings.ts';
import type { MailPerson, MessageSeen, ThreadSeen } from './surface.ts';

type Claim = 'leave' | 'machine';

/** What a mail's text tells beyond its header; made in recognisers/mail. */
export type MailReaders = {
  /** The newly written part of a mail's text. */
  newText: (text: string) => string;
  /** Its writer's signature, and the people whom it quotes or forwards. */
  people: (text: string, from: MailPerson) => PeopleFacts;
  /** Whether a subject says that it is a forward. */
  isForward: (subject: string) => boolean;
  /** What its newly written text promises, and what of promises it keeps. */
  promises: (written: string) => PromiseTalk;
  /** What it says of itself as mails to many and mails by machines do. */
  claim: (body: Element, text: string) => Claim | null;
  /** What it is where nobody wrote it; `subject` null where only its thread's is known. */
  automatic: (mail: { email: string; subject: string | null; claim: Claim | null }) => Automatic | null;
};

/** Until then the people of a thread that was just opened are being drawn, which reading its texts would only delay. */
const READ_AFTER_MS = 100;

/** What a shown text told. */
type Learned = PeopleFacts & {
  digests: string[];
  claim: Claim | null;
  failed: string[];
  talk: MessageSeen['talk'];
};
const nothing: Learned = {
  signature: null,
  quoted: [],
  form: null,
  digests: [],
  handedOn: null,
  claim: null,
  failed: [],
  talk: undefined,
};

/**
 * Reads each shown text once, and only after the people of the header were told: a thread is read again on every
 * change of the page, and its people must not wait for what a text adds. `learned` says there is more.
 */
export function makeThreadReader(readers: MailReaders, now: () => number, learned: () => void) {
  const known = new WeakMap<Element, { of: string; told: Learned }>();

  function read(message: MessageInPage & { from: MailPerson }, body: Element): Learned {
    const text = textOfBody(body);
    const written = readers.newText(text).trim();
    const digests = mailboxTimes(message, now()).map((at) => digestKey(message.from.email, at, written));
    const claim = readers.claim(body, text);
    return {
      ...readers.people(text, message.from),
      digests: [...new Set(digests.filter((key) => key !== null))],
      claim,
      talk: claim ? undefined : { ...readers.promises(written), at: mailboxTimes(message, now())[0] ?? null },
      failed: isReport(readers, message.from)
        ? failedAddresses(
            text,
            message.to.map(({ email }) => email),
          )
        : [],
    };
  }

  function toldBy(message: MessageInPage): Learned {
    const { body, from } = message;
    if (!body || !from) return nothing;
    // The id may come later than the text, and tells the instant better than the date's title.
    const of = `${message.id} ${body.textContent?.length ?? 0}`;
    const seen = known.get(body);
    if (seen?.of === of) return seen.told;
    known.set(body, { of, told: seen?.told ?? nothing });
    setTimeout(() => {
      if (!body.isConnected) return;
      const told = read({ ...message, from }, body);
      known.set(body, { of, told });
      if (
        told.signature ||
        told.quoted.length > 0 ||
        told.form ||
        told.claim ||
        told.handedOn ||
        told.digests.length + told.failed.length > 0
      )
        learned();
    }, READ_AFTER_MS);
    return seen?.told ?? nothing;
  }

  return (thread: ThreadInPage, selectedId: string | null): ThreadSeen => {
    const told = new Map(thread.messages.map((message) => [message.id, toldBy(message)]));
    const messages = thread.messages.flatMap((message, at) => {
      const learnt = told.get(message.id) ?? nothing;
      // The mailbox shows one subject, which is the first mail's.
      const subject = at === 0 ? thread.subject : null;
      const { email = '' } = message.from ?? {};
      return seen(message, learnt, {
        automatic: readers.automatic({ email, subject, claim: learnt.claim }),
        at: message.body ? null : mailboxTime(message, now()),
        ...forwardedOf(learnt.handedOn, subject !== null && readers.isForward(subject), readers.newText),
      });
    });
    return {
      id: thread.id,
      subject: thread.subject,
      messages,
      selectedId,
      sightings: peopleOfThread(messages, selectedId, (id) => told.get(id) ?? nothing),
    };
  };
}

/** Only a mailbox's own machine reports what it could not deliver; a subject is anybody's. */
const isReport = (readers: MailReaders, { email }: MailPerson): boolean =>
  readers.automatic({ email, subject: null, claim: null }) === 'undelivered';

const seen = (
  { id, element, body, from, to }: MessageInPage,
  { digests, form, failed, talk }: Learned,
  {
    automatic,
    forwarded,
    at,
  }: { automatic: Automatic | null; at: number | null } & Pick<MessageSeen, 'forwarded'>,
): MessageSeen[] =>
  from
    ? [
        {
          id,
          loaded: body !== null,
          from,
          to,
          cc: [],
          digests,
          ...(automatic && { automatic }),
          ...aboutWhom(form),
          ...(forwarded && { forwarded }),
          ...(at !== null && { at }),
          ...attachmentsOf(element, body),
          ...(failed.length > 0 && { failed }),
          ...(talk && { talk }),
        },
      ]
    : [];

function attachmentsOf(element: Element, body: Element | null): Pick<MessageSeen, 'attachments'> {
  const cards = body ? cardsIn(element, body, '') : [];
  return cards.length > 0 ? { attachments: cards.map(({ name, size, type }) => ({ name, size, type })) } : {};
}

/** The person of a form as somebody whom a mail is about. */
export function aboutWhom(form: Sighting | null): { about?: MailPerson } {
  const email = form?.keys.find(({ value }) => value.kind === 'email')?.value.value;
  return email ? { about: { name: form?.fields.name?.value ?? null, email } } : {};
}
