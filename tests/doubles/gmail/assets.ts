import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { json, plain, type StandInAnswer } from './answers.ts';
import { type Mailbox, shownBody } from './mailbox.ts';

const assets = new URL('./page/', import.meta.url);
const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect x="1" y="3" width="14" height="10" rx="2" fill="#3a6b63"/><path d="m2 5 6 4 6-4" fill="none" stroke="#fff"/></svg>';

/** The page's own files and data. Nothing of Gmail: the extension has no business here. */
export function asset(url: URL, mailbox: Mailbox): StandInAnswer {
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
