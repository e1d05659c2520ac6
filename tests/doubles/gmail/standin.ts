import { type Account, accounts, people } from '../../fixtures/sample/cast.ts';
import { messageIdOf } from '../../fixtures/sample/message-id.ts';
import { html, json, plain, redirect, type StandInAnswer } from './answers.ts';
import { asset } from './assets.ts';
import { decimalId, hexOf } from './ids.ts';
import { type Mailbox, openMailbox } from './mailbox.ts';
import { type Office, openOffice } from './office.ts';
import { originalPage, rawOf, wholePage } from './original.ts';
import { type Language, shellPage } from './shell.ts';
import { suggested } from './suggested.ts';
import {
  conversationAnswer,
  searchAnswer,
  searchThreads,
  threadAnswer,
  threadsAsked,
  wordsAsked,
} from './sync.ts';
import { messageOfKey, sendMail, writtenAnswer, writtenIn } from './written.ts';

export type StandInRequest = {
  method: string;
  url: string;
  headers: Record<string, string>;
  body: string | null;
};
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
      leaveWhatIsDue();
      if (url.pathname === '/') return redirect('/mail/u/0/');
      if (url.pathname.startsWith('/_sample/'))
        return asset(url, mailboxOf(url.searchParams.get('at') ?? '').mailbox);
      const { mailbox, accountPath } = mailboxOf(url.pathname);
      if (url.pathname === '/cloudsearch/request')
        return suggested(request.body ?? '', mailboxOf('/mail/u/0/').mailbox);
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
    if (view === 'cv') {
      const thread = mailbox.threads().find((each) => each.id === id);
      return thread ? plain(200, conversationAnswer(thread)) : plain(404, 'No such conversation.');
    }
    const found = mailbox.find(id);
    if (!found) return plain(404, 'No such message.');
    if (view === 'om') return html(originalPage(found.mail, found.data, mailbox.owner.email, accountPath));
    // Gmail sends whoever asks for a file on to another host; a whole original it gives itself.
    const file = found.data.files[Number(url.searchParams.get('attid')?.split('.')[1] ?? 0) - 1];
    if (view === 'att' && file)
      return redirect(`https://mail-attachment.googleusercontent.com/attachment/u/0/?th=${found.data.id}`);
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
      if (url.searchParams.get('pt') !== 'ji') return plain(400, 'Old form.');
      const words = wordsAsked(body);
      return json(searchAnswer(words ? searchThreads(threads, words) : threads));
    }
    if (url.pathname.endsWith('/i/s')) return write(body, mailbox);
    return plain(404, 'Not part of the sample mailbox.');
  }

  function leaveWhatIsDue(): void {
    const now = clock();
    for (const mail of office.waiting.filter(({ at }) => at <= now)) mail.leave(mail.at);
    office.waiting = office.waiting.filter(({ at }) => at > now);
  }

  function write(body: string, mailbox: Mailbox): StandInAnswer {
    const written = writtenIn(body);
    if (!written) return plain(400, 'Nothing was written.');
    const { sendAt } = written;
    if (sendAt !== null) {
      const leave = (at: number) =>
        void sendMail(office, mailbox, written, { at, ...people[accounts[mailbox.account]] });
      office.waiting.push({ at: sendAt, leave });
    }
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
