import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Log } from '../../api/log.ts';
import { type Running, startServer } from '../../api/start.ts';
import { freePort } from './sqld.ts';
import { saidOn, type Visitor, visitor } from './visitor.ts';

const ada = { name: 'Ada', email: 'ada@ours.example', password: 'correct horse battery' };
const done = 'If there is an account with this address, the link is on its way. It works once and for a day.';

type Mail = { to: string[]; text: string };
const mails: Mail[] = [];
const lines: string[] = [];
const keep = (facts: object, event: string) => lines.push(JSON.stringify([facts, event]));
const log: Log = { info: keep, warn: keep, error: keep };
let folder: string;
let smtp: SMTPServer;
let server: Running;
let owner: Visitor;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sidebook-mail-'));
  const port = await freePort();
  smtp = new SMTPServer({
    authOptional: false,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    onAuth: ({ username, password }, _session, answer) =>
      username === 'us' && password === 'p%ss' ? answer(null, { user: 'us' }) : answer(new Error('no')),
    onData: (stream, session, answer) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        mails.push({
          to: session.envelope.rcptTo.map(({ address }) => address),
          text: Buffer.concat(parts).toString('utf8'),
        });
        answer(null);
      });
    },
  });
  await new Promise<void>((resolve) => smtp.listen(port, '127.0.0.1', () => resolve()));
  server = await startServer(
    {
      PORT: '0',
      SIDEBOOK_DATA: folder,
      SIDEBOOK_SMTP_URL: `smtp://us:p%25ss@127.0.0.1:${port}`,
      SIDEBOOK_MAIL_FROM: 'Sidebook <crm@ours.example>',
    },
    { log },
  );
  owner = visitor(server);
  await owner.post('/setup', { ...ada, code: new URL(server.setupLink ?? '').hash });
});
afterAll(async () => {
  await server.close();
  await new Promise<void>((resolve) => smtp.close(() => resolve()));
  rmSync(folder, { recursive: true, force: true });
});

const mailTo = async (address: string): Promise<Mail> => {
  for (let i = 0; i < 100; i++) {
    const found = mails.find(({ to }) => to.includes(address));
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`no mail to ${address}: ${lines.join('\n')}`);
};
/** The link of a mail, whose long lines are folded by an = at their end. */
const linkIn = ({ text }: Mail, path: string): string =>
  new RegExp(`http://[^\\s]*/${path}#[\\w-]{43}`).exec(
    text.replaceAll('=\r\n', '').replaceAll('=3D', '='),
  )?.[0] ?? '';

it('an invitation for an address is mailed, and lets that person in', async () => {
  const shown = await owner.post(`/w/${server.home}/invitations`, {
    role: 'member',
    email: 'ben@ours.example',
  });
  expect(saidOn(shown)).toBe('The link was also mailed to ben@ours.example.');
  const link = linkIn(await mailTo('ben@ours.example'), 'join');
  expect(shown.text).toContain(link);
  const joined = await visitor(server).post('/join', {
    how: 'new',
    name: 'Ben',
    email: 'ben@ours.example',
    password: 'staple of the horse',
    code: new URL(link).hash,
  });
  expect(joined.status).toBe(303);
});

it('a forgotten password is answered alike for every address, and mailed to one who has an account', async () => {
  const answers = [];
  for (const email of ['Ada@ours.example', 'nobody@ours.example'])
    answers.push(await visitor(server).post('/forgot', { email }));
  expect(answers.map(({ status, text }) => [status, text])[0]).toEqual([
    answers[1]?.status,
    answers[1]?.text,
  ]);
  expect(answers.map(saidOn)).toEqual([done, done]);
  const link = linkIn(await mailTo('ada@ours.example'), 'reset');
  const reset = await visitor(server).post('/reset', { code: link, password: 'a password by mail' });
  expect(saidOn(reset)).toBe('The password is set. Sign in with it.');
  expect(mails.some(({ to }) => to.includes('nobody@ours.example'))).toBe(false);
});

it('no name can forge a line of a mail', async () => {
  // The reset has ended the session.
  await owner.post('/sign-in', { ...ada, password: 'a password by mail' });
  const bad = await owner.post(`/w/${server.home}/settings`, { name: 'X\r\nBcc: thief@evil.example' });
  expect(bad.status).toBe(400);
  await owner.post(`/w/${server.home}/settings`, { name: 'Größe, 王伟 & "Co"' });
  await owner.post(`/w/${server.home}/invitations`, { role: 'member', email: 'cem@ours.example' });
  const { text, to } = await mailTo('cem@ours.example');
  expect(to).toEqual(['cem@ours.example']);
  expect(text).not.toContain('thief@evil.example');
});

it('a mail server that is gone keeps nobody waiting, and the log names no address', async () => {
  await new Promise<void>((resolve) => smtp.close(() => resolve()));
  const started = performance.now();
  const shown = await owner.post(`/w/${server.home}/invitations`, {
    role: 'member',
    email: 'dan@ours.example',
  });
  expect(shown.status).toBe(200);
  expect(performance.now() - started).toBeLessThan(2_000);
  for (let i = 0; i < 100 && !lines.some((line) => line.includes('mail failed')); i++)
    await new Promise((resolve) => setTimeout(resolve, 50));
  expect(lines.join('\n')).toContain('mail failed');
  expect(lines.join('\n')).not.toContain('ours.example');
});
