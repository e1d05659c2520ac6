import { digestKey } from '../../shared/domain/interaction/digest-key.ts';
import { mailboxKey } from '../../shared/domain/interaction/fingerprint.ts';
import type { PromiseTalk } from '../../shared/domain/promise/kinds.ts';
import { isOwnAddress } from './account.ts';
import { cardsIn, merged } from './attachments/cards.ts';
import { textOfBody } from './dom/body-text.ts';
import { isComposedHere } from './dom/ids.ts';
import { isPlaceId, type MessageInPage } from './dom/messages.ts';
import { forwardedOf } from './forwarded.ts';
import { mailboxTime } from './mailbox-time.ts';
import { type Asked, askOriginal, type Mailbox } from './original/ask.ts';
import type { Original } from './original/parse.ts';
import { aboutWhom } from './screen.ts';
import type { PeopleFacts } from './sightings.ts';
import type { MailPerson, MailRead } from './surface.ts';

/** What a message is in, and what reading it needs. */
export type ReadContext = {
  account: string;
  threadId: string;
  subject: string;
  /** The page's key for requests, or null. */
  key: string | null;
  mailbox: Mailbox;
  now: () => number;
  newText: (text: string) => string;
  promises: (written: string) => PromiseTalk;
  isForward: (subject: string) => boolean;
  /** What its text tells of people: of a web form's notification the person, of a forward whom it hands on. */
  people: (text: string, sender: string) => PeopleFacts;
  /** Opens a collapsed message and finds it again; null where that fails. */
  open: (message: MessageInPage) => Promise<MessageInPage | null>;
};

/** Reads one message for the log: its original is asked, its text taken from the page or from there. */
export async function readMail(message: MessageInPage, context: ReadContext): Promise<MailRead | null> {
  const requests: Asked[] = [];
  const original = await askOriginal(context.mailbox, { ...message, key: context.key }, requests);
  // The source saves the user's view from being changed; only without it is a collapsed message opened.
  const shown = message.body || original?.text != null ? message : ((await context.open(message)) ?? message);
  const from = shown.from ?? original?.from;
  if (!from || isPlaceId(shown.id)) return null;
  const whole = wholeText(shown, original);
  const written = whole === null ? null : context.newText(whole).trim();
  const facts = whole === null ? null : context.people(whole, from.email);
  const about = aboutWhom(facts?.form ?? null);
  const isForward = context.isForward(original?.subject ?? '');
  const own = mailboxTime(shown, context.now());
  const at = original?.at ?? own ?? context.now();
  return {
    id: shown.id,
    threadId: context.threadId,
    subject: context.subject || original?.subject || '',
    from: { email: from.email, name: from.name ?? original?.from?.name ?? null },
    ...recipients(shown, original),
    at,
    direction: isComposedHere(shown.permanentId) || isOwnAddress(from.email, context.account) ? 'out' : 'in',
    text: written,
    bodyState: written === null ? 'subject-only' : written === '' ? 'empty' : 'read',
    fingerprint: fingerprint(shown, original, from, written, [original?.at ?? null, own], context.account),
    link: linkTo(context, shown.id),
    ...attachmentsOf(shown, original, context),
    ...(written && { talk: context.promises(written) }),
    // A form's machine speaks for the person who filled it in.
    ...(original?.automatic && !about.about && { automatic: original.automatic }),
    ...about,
    ...forwardedOf(facts?.handedOn ?? null, isForward, context.newText),
    requests,
  };
}

function attachmentsOf(
  { element, body }: MessageInPage,
  original: Original | null,
  { mailbox }: ReadContext,
): Pick<MailRead, 'attachments'> {
  const cards = cardsIn(element, body, mailbox.location.origin);
  const attachments = merged(cards, original?.attachments ?? []);
  return attachments.length > 0 ? { attachments } : {};
}

const wholeText = (message: MessageInPage, original: Original | null): string | null =>
  message.body && !message.clipped ? textOfBody(message.body) : (original?.text ?? null);

/** The page runs "to" and "cc" together; the original keeps them apart, and knows who was in "bcc" of an own mail. */
const recipients = (
  message: MessageInPage,
  original: Original | null,
): Pick<MailRead, 'to' | 'cc' | 'bcc'> =>
  original && original.to.length + original.cc.length + original.bcc.length > 0
    ? { to: original.to, cc: original.cc, bcc: original.bcc }
    : { to: message.to, cc: [], bcc: [] };

/** Every key that this reading taught: a colleague may know the message by the sender's minute or by the mailbox's. */
function fingerprint(
  message: MessageInPage,
  original: Original | null,
  from: MailPerson,
  text: string | null,
  instants: (number | null)[],
  account: string,
): string[] {
  const digests = instants.map((at) =>
    at === null || text === null ? null : digestKey(from.email, at, text),
  );
  // Without its mailbox's account a Gmail id is nobody's.
  const own = account === '' ? null : mailboxKey(account, message.id);
  const keys = [original?.messageId ?? null, own, ...digests];
  return [...new Set(keys.filter((key) => key !== null))];
}

const linkTo = ({ mailbox, account, threadId }: ReadContext, id: string): string =>
  `${mailbox.location.origin}/mail/u/?authuser=${encodeURIComponent(account)}#all/${threadId || id}`;
