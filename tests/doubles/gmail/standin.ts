import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { type Account, accounts, people } from '../../fixtures/sample/cast.ts';
import { messageIdOf } from '../../fixtures/sample/message-id.ts';
import { decimalId, hexOf } from './ids.ts';
import { type Mailbox, openMailbox, shownBody } from './mailbox.ts';
import { type Office, openOffice } from './office.ts';
import { originalPage, rawOf, wholePage } from './original.ts';
import { type Language, shellPage } from './shell.ts';
import {
  messageOfKey,
  searchAnswer,
  searchThreads,
  sendMail,
  threadAnswer,
  threadsAsked,
  writtenAnswer,
  writtenIn,
} from './sync.ts';

export type StandInRequest = {
  method: string;
  url: string;
  headers: Record<string, string>;
  body: string | null;
};
export type StandInAnswer = { status: number; headers: Record<string, string>; body: string };
export type StandIn = {
  handle(request: StandInRequest): Promise<StandInAnswer>;
  /** What both mailboxes have in common; give it to a second stand-in to let mail pass between them. */
  office: Office;
};
export type StandInOptions = {
  /** Whose mailbox stands under `/mail/u/0/`; the other person's is under `/mail/u/1/`. */
  account?: Account;
  /** The sample's dates lie before it. Keep it the same for as long as the mailbox's ids shall stay the same. */
  now?: Date;
  office?: Office;
  /** Interface language; by default the owner's is English and Mia's is Traditional Chinese. */
  language?: Language;
  theme?: 'light' | 'dark';
  /** Instant of sending; a test can pin it. */
  clock?: () => number;
};

const languageOf: Record<Account, Language> = { owner: 'en', mia: 'zh-TW' };
const assets = new URL('./page/', import.meta.url);
const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect x="1" y="3" width="14" height="10" rx="2" fill="#3a6b63"/><path d="m2 5 6 4 6-4" fill="none" stroke="#fff"/></svg>';

/** A stand-in for Gmail in our own code, after what the real InboxSDK looks for. No socket, no browser: requests in, answers out. */
export function standInGmail(options: StandInOptions = {}): StandIn {
  const account = options.account ?? 'owner';
  const office = options.office ?? openOffice(options.now ?? new Date());
  const clock = options.clock ?? Date.now;
  const order: Account[] = account === 'owner' ? ['owner', 'mia'] : ['mia', 'owner'];
  const mailboxes = order.map((each) => openMailbox(each, office));
  const originals = new Map<Mailbox, boolean>();

  const mailboxOf = (path: string): { mailbox: Mailbox; accountPath: string } => {
    const number = path.match(/\/u\/(\d)/)?.[1] === '1' ? 1 : 0;
    const mailbox = mailboxes[number];
    if (!mailbox) throw new Error('a stand-in has two mailboxes');
    return { mailbox, accountPath: `/u/${number}` };
  };

  return {
    office,
    async handle(request) {
      const url = new URL(request.url);
      if (url.pathname === '/') return redirect('/mail/u/0/');
      if (url.pathname.startsWith('/_sample/'))
        return asset(url, mailboxOf(url.searchParams.get('at') ?? '').mailbox);
      const { mailbox, accountPath } = mailboxOf(url.pathname);
      if (url.pathname.startsWith('/sync/')) return sync(url, request, mailbox);
      if (!url.pathname.startsWith('/mail')) return plain(404, 'Not part of the sample mailbox.');
      const view = url.searchParams.get('view');
      if (view) return mailView(view, url, mailbox, accountPath);
      return page(url, mailbox, accountPath);
    },
  };

  function page(url: URL, mailbox: Mailbox, accountPath: string): StandInAnswer {
    const person = people[accounts[mailbox.account]];
    const other = mailboxes.find((each) => each !== mailbox) ?? mailbox;
    originals.set(mailbox, url.searchParams.get('om') !== 'off');
    const asked = url.searchParams.get('hl');
    const language = asked === 'en' || asked === 'zh-CN' || asked === 'zh-TW' ? asked : undefined;
    const off = (url.searchParams.get('off') ?? '').split(',');
    return html(
      shellPage(
        {
          account: mailbox.owner,
          accountPath,
          other: other.owner,
          language:
            language ??
            (mailbox === mailboxes[0] ? options.language : undefined) ??
            languageOf[mailbox.account],
          zone: person.zone,
          ik: 'c0ffee5a3e',
        },
        {
          globals: !off.includes('globals'),
          dark: (url.searchParams.get('theme') ?? options.theme) === 'dark',
        },
      ),
    );
  }

  function mailView(view: string, url: URL, mailbox: Mailbox, accountPath: string): StandInAnswer {
    const id = url.searchParams.get('permmsgid') ?? url.searchParams.get('th') ?? '';
    if (view === 'om' && originals.get(mailbox) === false) return plain(404, 'Originals are switched off.');
    const found = mailbox.find(id);
    if (!found) return plain(404, 'No such message.');
    if (view === 'om') return html(originalPage(found.mail, found.data, mailbox.owner.email, accountPath));
    if (view === 'att') return plain(200, rawOf(found.mail, found.data, mailbox.owner.email));
    if (view === 'lg') return html(wholePage(found.mail, found.data));
    return plain(404, 'Not part of the sample mailbox.');
  }

  function sync(url: URL, request: StandInRequest, mailbox: Mailbox): StandInAnswer {
    const body = request.body ?? '';
    const threads = mailbox.threads();
    if (url.pathname.endsWith('/i/fd')) {
      // The SDK tries the form of before 2022 first and falls back when it is refused.
      if (url.searchParams.get('pt') !== 'ji') return plain(400, 'Old form.');
      const asked = threadsAsked(body);
      return json(threadAnswer(threads.filter((thread) => asked.includes(thread.permId))));
    }
    if (url.pathname.endsWith('/i/bv')) {
      const words = body.match(/"((?:threadid|rfc822msgid):[^"]+)"/)?.[1];
      return json(searchAnswer(words ? searchThreads(threads, words) : threads));
    }
    if (url.pathname.endsWith('/i/s')) return write(body, mailbox);
    return plain(404, 'Not part of the sample mailbox.');
  }

  function write(body: string, mailbox: Mailbox): StandInAnswer {
    const written = writtenIn(body);
    if (!written) return plain(400, 'Nothing was written.');
    if (!written.sends) {
      const draft = hexOf(decimalId(clock(), written.permId));
      return json(writtenAnswer(written, draft, draft, `<${messageIdOf(draft, mailbox.owner.email)}>`));
    }
    const { zone, language } = people[accounts[mailbox.account]];
    const mail = sendMail(office, mailbox, written, { at: clock(), zone, language });
    const stored = messageOfKey(mailbox, mail.key);
    if (!stored) return plain(500, 'The sent mail was lost.');
    return json(writtenAnswer(written, stored.thread.id, stored.message.id, `<${mail.messageId}>`));
  }
}

/** The page's own files and data. Nothing of Gmail: the extension has no business here. */
function asset(url: URL, mailbox: Mailbox): StandInAnswer {
  const name = url.pathname.slice('/_sample/'.length);
  if (name === 'read') {
    mailbox.markRead(url.searchParams.get('thread') ?? '');
    return { status: 204, headers: {}, body: '' };
  }
  if (name === 'mailbox.json') {
    return json(
      mailbox.threads().map((thread) => ({
        ...thread,
        messages: thread.messages.map((message) => ({ ...message, body: shownBody(message) })),
      })),
    );
  }
  if (name === 'icon.svg') return { status: 200, headers: { 'content-type': 'image/svg+xml' }, body: icon };
  const file = name.match(/^page\/([a-z-]+\.(?:ts|css))$/)?.[1];
  if (!file) return plain(404, 'Not part of the sample mailbox.');
  const source = readFileSync(new URL(file, assets), 'utf8');
  return file.endsWith('.css')
    ? { status: 200, headers: { 'content-type': 'text/css; charset=utf-8' }, body: source }
    : {
        status: 200,
        headers: { 'content-type': 'text/javascript; charset=utf-8' },
        body: stripTypeScriptTypes(source),
      };
}

const plain = (status: number, body: string): StandInAnswer => ({
  status,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body,
});
const html = (body: string): StandInAnswer => ({
  status: 200,
  headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  body,
});
const json = (value: unknown): StandInAnswer => ({
  status: 200,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify(value),
});
const redirect = (to: string): StandInAnswer => ({ status: 302, headers: { location: to }, body: '' });
