import { projectsList } from '../../fixtures/sample/cast.ts';
import { headerDate } from './dates.ts';
import { partOf } from './files.ts';
import type { MessageData } from './mailbox.ts';
import type { Address, Mail } from './office.ts';
import { htmlOf, type Rich, textOf } from './rich.ts';

const isAscii = (text: string): boolean => /^[\x20-\x7e]*$/.test(text);

/** RFC 2047 words of at most 45 bytes each, never splitting a character. */
export function encodedWords(text: string): string {
  if (isAscii(text)) return text;
  const chunks: string[] = [];
  let chunk = '';
  for (const char of text) {
    if (Buffer.byteLength(chunk + char) > 45) {
      chunks.push(chunk);
      chunk = '';
    }
    chunk += char;
  }
  return [...chunks, chunk]
    .map((each) => `=?UTF-8?B?${Buffer.from(each).toString('base64')}?=`)
    .join('\r\n ');
}

const addressText = ({ name, email }: Address): string => {
  const phrase = isAscii(name) ? `"${name.replace(/["\\]/g, '\\$&')}"` : encodedWords(name);
  return name ? `${phrase} <${email}>` : email;
};

/** Folds a long header at its commas, as mail servers do. */
const addressList = (addresses: Address[]): string => addresses.map(addressText).join(',\r\n\t');

const folded = (text: string): string =>
  isAscii(text) ? text.replace(/(.{60,75}) /g, '$1\r\n ') : encodedWords(text);

function quotedPrintable(text: string): string {
  const bytes = [...Buffer.from(text.replace(/\r?\n/g, '\r\n'))];
  let line = '';
  let out = '';
  for (const [index, byte] of bytes.entries()) {
    if (byte === 13) continue;
    if (byte === 10) {
      out += `${line.replace(/ $/, '=20')}\r\n`;
      line = '';
      continue;
    }
    const atEnd = bytes[index + 1] === undefined;
    const plain = byte >= 32 && byte <= 126 && byte !== 61 && !(byte === 32 && atEnd);
    const piece = plain ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    if (line.length + piece.length > 75) {
      out += `${line}=\r\n`;
      line = '';
    }
    line += piece;
  }
  return out + line;
}

const base64Lines = (text: string): string =>
  (
    Buffer.from(text)
      .toString('base64')
      .match(/.{1,76}/g) ?? []
  ).join('\r\n');

function part(type: string, text: string): string {
  const encoding = isAscii(text.replace(/\s/g, ' ')) ? 'quoted-printable' : 'base64';
  const body = encoding === 'base64' ? base64Lines(text) : quotedPrintable(text);
  return `Content-Type: ${type}; charset="UTF-8"\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${body}\r\n`;
}

/** The mail as it went over the wire, header block first. */
export function rawOf(mail: Mail, data: MessageData, deliveredTo: string): string {
  const body: Rich[] = data.body;
  const boundary = `000000000000${data.key.replace(/[^a-z0-9]/gi, '')}b5a`;
  const mixed = `m${boundary}`;
  const { files = [] } = mail;
  const [, domain] = mail.messageId.split('@');
  const listed = mail.to.some((to) => to.email === projectsList.email);
  const headers = [
    `Delivered-To: ${deliveredTo}`,
    `Received: from mx.${domain} (mx.${domain} [192.0.2.25])\r\n        by mx.delivery.example with ESMTPS id ${data.id}`,
    `        ; ${headerDate(data.at, 'America/Los_Angeles')} (PST)`,
    'MIME-Version: 1.0',
    ...(listed ? [`List-ID: <projects.fernhill.example>`, `Precedence: list`] : []),
    ...(mail.bulk
      ? [`List-Unsubscribe: <https://${domain}/unsubscribe>`, `List-Id: <news.${domain}>`, 'Precedence: bulk']
      : []),
    ...(mail.inReplyTo ? [`References: <${mail.inReplyTo}>`, `In-Reply-To: <${mail.inReplyTo}>`] : []),
    `From: ${addressText(mail.from)}`,
    `Date: ${headerDate(mail.at, mail.zone)}`,
    `Message-ID: <${mail.messageId}>`,
    `Subject: ${folded(mail.subject)}`,
    `To: ${addressList(mail.to)}`,
    ...(mail.cc.length > 0 ? [`Cc: ${addressList(mail.cc)}`] : []),
    files.length > 0
      ? `Content-Type: multipart/mixed; boundary="${mixed}"`
      : `Content-Type: multipart/alternative; boundary="${boundary}"`,
  ];
  const text = body.map(textOf).join('');
  const written = [
    `--${boundary}`,
    `${part('text/plain', text)}\r\n--${boundary}`,
    `${part('text/html', body.map(htmlOf).join('') + pictures(mail))}\r\n--${boundary}--`,
    '',
  ];
  const whole =
    files.length > 0
      ? [
          `--${mixed}`,
          `Content-Type: multipart/alternative; boundary="${boundary}"`,
          '',
          ...written,
          ...files.flatMap((file) => [`--${mixed}`, partOf(file)]),
          `--${mixed}--`,
          '',
        ]
      : written;
  return [headers.join('\r\n').replace(/\r\n {8};/, ';'), '', ...whole].join('\r\n');
}

/** Logos of signatures, which the text points at. */
const pictures = ({ files = [] }: Mail): string =>
  files.flatMap(({ contentId }) => (contentId ? [`<img src="cid:${contentId}">`] : [])).join('');

const row = (name: string, value: string): Rich => ({
  tag: 'tr',
  children: [
    { tag: 'th', children: [name] },
    { tag: 'td', children: [value] },
  ],
});

/** Gmail's page "Original message": a table of the main headers, then the raw mail in one `pre`. */
export function originalPage(
  mail: Mail,
  data: MessageData,
  deliveredTo: string,
  accountPath: string,
): string {
  const people = (addresses: Address[]) =>
    addresses.map(({ name, email }) => `${name} <${email}>`).join(', ');
  const table: Rich = {
    tag: 'table',
    attrs: { class: 'top-area' },
    children: [
      row('Message ID', `<${mail.messageId}>`),
      row('Created at:', headerDate(mail.at, mail.zone)),
      row('From:', people([mail.from])),
      row('To:', people(mail.to)),
      row('Subject:', mail.subject),
      row('SPF:', 'PASS'),
      row('DKIM:', "'PASS'"),
    ],
  };
  // Attribute order and `&amp;` as the SDK looks for them (getGmailMessageIdForSyncMessageId).
  const download: Rich = {
    tag: 'a',
    attrs: { href: `/mail${accountPath}?view=att&th=${data.id}&attid=0&disp=comp&safe=1&zw` },
    children: ['Download Original'],
  };
  const raw: Rich = {
    tag: 'pre',
    attrs: { class: 'raw_message_text', id: 'raw_message_text' },
    children: [rawOf(mail, data, deliveredTo).replace(/\r\n/g, '\n')],
  };
  const body = htmlOf({
    tag: 'div',
    attrs: { class: 'main' },
    children: [{ tag: 'h2', children: ['Original message'] }, table, download, raw],
  });
  return `<!doctype html><html><head><meta charset="utf-8"><title>Original message</title></head><body>${body}</body></html>`;
}

/** The page behind "View entire message" of a clipped mail. */
export function wholePage(mail: Mail, data: MessageData): string {
  const body = htmlOf({
    tag: 'div',
    attrs: { class: 'maincontent' },
    children: [
      { tag: 'h2', children: [mail.subject] },
      { tag: 'div', attrs: { class: 'message' }, children: data.body },
    ],
  });
  return `<!doctype html><html><head><meta charset="utf-8"><title>Sample mailbox</title></head><body>${body}</body></html>`;
}
