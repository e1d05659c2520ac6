import type { MailExample } from './example.ts';
import { wordsFor } from './words.ts';

/** What a mail's text says of itself: that one can leave its list, or that a machine wrote it. */
export type Claim = 'leave' | 'machine';

// Before many words a look back, not a choice: an engine compiles them again for each way that a choice ends.
const leave = new RegExp(`(?<!\\p{L})(?:${wordsFor('leave')})`, 'iu');
const machine = new RegExp(wordsFor('machine'), 'iu');
/** Ways out of a list that programs for mass mail write into their links. */
const leaveLink =
  /unsubscri|opt[-_]?out|list-manage\.com|\/preferences\b|abmeld|desabonn|desinscri|cancelar-suscri|disiscri|uitschrijv|avregistr/i;
/** Lists whose mails people write: their footers tell how to leave too. */
const discussion = /googlegroups\.com|groups\.io|\/listinfo|mailman|listserv|\+unsubscribe@/i;
const quoted = 'blockquote, .gmail_quote, .yahoo_quoted';
/** Footers stand at the end; a warning not to answer, at either end. */
const mostLinks = 60;
const lastLines = 20;

/** What a mail says of itself, by its links and its text; null where a person could have written it. */
export function claimOf(body: Element, text: string): Claim | null {
  const links = [...body.querySelectorAll('a[href]')].slice(-mostLinks);
  for (const link of links) {
    const address = (link.getAttribute('href') ?? '').slice(0, 2_000);
    if (!/^(?:https?|mailto):/i.test(address) || discussion.test(address)) continue;
    const label = (link.textContent ?? '').slice(0, 200);
    if ((leave.test(label) || leaveLink.test(address)) && !link.closest(quoted)) return 'leave';
  }
  return claimOfText(text);
}

/** Of a mail that is plain text: a way out with an address beside it, or a word that nobody reads the answer. */
export function claimOfText(text: string): Claim | null {
  if (discussion.test(text.slice(-4_000))) return null;
  const lines = text
    .slice(0, 4_000)
    .split('\n')
    .slice(0, 4)
    .concat(text.slice(-8_000).split('\n').slice(-lastLines));
  const own = lines.filter((line) => line.length < 400 && !/^\s*>/.test(line));
  for (const [at, line] of own.entries()) {
    const near = `${line} ${own[at + 1] ?? ''}`;
    if (leave.test(line) && /https?:\/\/|mailto:/i.test(near)) return 'leave';
    if (machine.test(line)) return 'machine';
  }
  return null;
}

const claiming: MailExample[] = [
  {
    shows: 'a way out of a list',
    text: 'Spring is here.\n\nUnsubscribe: https://x.example/u',
    sees: 'leave',
  },
  {
    shows: 'a way out of a list, in German',
    text: 'Der Frühling ist da.\n\nNewsletter abbestellen: https://x.example/u',
    sees: 'leave',
  },
  {
    shows: 'a way out of a list, in French',
    text: 'Le printemps est là.\n\nSe désabonner : https://x.example/u',
    sees: 'leave',
  },
  {
    shows: 'a way out of a list, in Spanish',
    text: 'Llega la primavera.\n\nDarse de baja: https://x.example/u',
    sees: 'leave',
  },
  {
    shows: 'a way out of a list, in Portuguese',
    text: 'Chegou a primavera.\n\nCancelar inscrição: https://x.example/u',
    sees: 'leave',
  },
  {
    shows: 'a way out of a list, in Italian',
    text: 'È primavera.\n\nCancella iscrizione: https://x.example/u',
    sees: 'leave',
  },
  {
    shows: 'a way out of a list, in Dutch',
    text: 'Het is lente.\n\nUitschrijven: https://x.example/u',
    sees: 'leave',
  },
  {
    shows: 'a way out of a list, in Polish',
    text: 'Wiosna.\n\nWypisz się: https://x.example/u',
    sees: 'leave',
  },
  {
    shows: 'a way out of a list, in Russian',
    text: 'Весна пришла.\n\nОтписаться: https://x.example/u',
    sees: 'leave',
  },
  {
    shows: 'a way out of a list, in Turkish',
    text: 'Bahar geldi.\n\nAbonelikten çık: https://x.example/u',
    sees: 'leave',
  },
  {
    shows: 'a way out of a list, in Simplified Chinese',
    text: '春天来了。\n\n退订：https://x.example/u',
    sees: 'leave',
  },
  {
    shows: 'a way out of a list, in Traditional Chinese',
    text: '春天來了。\n\n取消訂閱：https://x.example/u',
    sees: 'leave',
  },
  {
    shows: 'a way out of a list, in Japanese',
    text: '春です。\n\n配信停止：https://x.example/u',
    sees: 'leave',
  },
  {
    shows: 'a way out of a list, in Korean',
    text: '봄입니다.\n\n수신거부: https://x.example/u',
    sees: 'leave',
  },
  {
    shows: 'a machine that reads no answer',
    text: 'Your ticket 7 is open.\n\nPlease do not reply to this email.',
    sees: 'machine',
  },
  {
    shows: 'a machine that reads no answer, in German',
    text: 'Ihr Ticket 7.\n\nBitte antworten Sie nicht auf diese E-Mail.',
    sees: 'machine',
  },
  {
    shows: 'a machine that reads no answer, in Chinese',
    text: '工单 7 已创建。\n\n本邮件由系统自动发送，请勿回复。',
    sees: 'machine',
  },
  {
    shows: 'a machine that reads no answer, in Japanese',
    text: '受付 7\n\nこのメールは送信専用です。',
    sees: 'machine',
  },
];

/** Where such a line is a list's footer, it is no new text either. */
export const examples: MailExample[] = /* @__PURE__ */ claiming.map((each) => ({
  ...each,
  also: ['new text'],
}));
