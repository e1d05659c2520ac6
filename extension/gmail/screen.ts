import { textOfBody } from './dom/body-text.ts';
import type { MessageInPage } from './dom/messages.ts';
import type { ThreadInPage } from './dom/thread.ts';
import { peopleOfThread, type SignatureFacts } from './sightings.ts';
import type { MailPerson, MessageSeen, ThreadSeen } from './surface.ts';

/** What a mail's text tells beyond its header; made in recognisers/mail. */
export type MailReaders = {
  /** The newly written part of a mail's text. */
  newText: (text: string) => string;
  signature: (text: string, from: MailPerson) => SignatureFacts | null;
};

/**
 * Reads each shown signature once, and only after the people of the header were told: a thread is read again on
 * every change of the page, and its people must not wait for what a signature adds. `learned` says there is more.
 */
export function makeThreadReader(readers: MailReaders, learned: () => void) {
  const known = new WeakMap<Element, { size: number; facts: SignatureFacts | null }>();

  function signatureOf({ body, from }: MessageInPage): SignatureFacts | null {
    if (!body || !from) return null;
    const size = body.textContent?.length ?? 0;
    const seen = known.get(body);
    if (seen?.size === size) return seen.facts;
    known.set(body, { size, facts: seen?.facts ?? null });
    setTimeout(() => {
      if (!body.isConnected) return;
      const facts = readers.signature(textOfBody(body), from);
      known.set(body, { size, facts });
      if (facts) learned();
    });
    return seen?.facts ?? null;
  }

  return (thread: ThreadInPage, selectedId: string | null): ThreadSeen => {
    const messages = thread.messages.flatMap(seen);
    const byId = new Map(thread.messages.map((message) => [message.id, message]));
    return {
      id: thread.id,
      subject: thread.subject,
      messages,
      selectedId,
      sightings: peopleOfThread(messages, selectedId, (id) => {
        const message = byId.get(id);
        return message ? signatureOf(message) : null;
      }),
    };
  };
}

const seen = ({ id, body, from, to }: MessageInPage): MessageSeen[] =>
  from ? [{ id, loaded: body !== null, from, to, cc: [] }] : [];
