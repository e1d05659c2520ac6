import { createTransport } from 'nodemailer';
import type { Log } from './log.ts';

export type Mail = { to: string; subject: string; text: string };
/** Sends in the background: nobody waits for it, and nobody can tell by the time whether a mail was sent. */
export type Mailer = { send: (mail: Mail) => void; idle: () => Promise<void> };

const patienceMs = 15_000;

/** Mail through a server of the operator's; what fails is logged by its code, never with an address or a text. */
export function makeMailer({ url, from }: { url: string; from: string }, log: Log): Mailer {
  const transport = createTransport(url, {
    from,
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
    // A text could else name files of this machine, or addresses to fetch.
    disableFileAccess: true,
    disableUrlAccess: true,
  } as Parameters<typeof createTransport>[1]);
  const sending = new Set<Promise<void>>();
  return {
    send: ({ to, subject, text }) => {
      const work = transport.sendMail({ to: { name: '', address: to }, subject, text }).then(
        () => log.info({}, 'mail sent'),
        (error: { code?: string; responseCode?: number }) =>
          log.warn({ code: error.code, status: error.responseCode }, 'mail failed'),
      );
      sending.add(work);
      void work.then(() => sending.delete(work));
    },
    idle: async () => {
      await Promise.all(sending);
    },
  };
}
