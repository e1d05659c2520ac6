import { describe, expect, test } from 'vitest';
import { automaticByHeaders } from '../../../shared/domain/automatic/headers.ts';
import type { Automatic } from '../../../shared/domain/automatic/kinds.ts';
import { countEffort } from '../../../tests/effort.ts';
import { automaticByLook } from './automatic.ts';
import type { Claim } from './claim.ts';

const look = (email: string, subject: string | null = 'Offer', claim: Claim | null = null) =>
  automaticByLook({ email, subject, claim });

describe('by what the page shows', () => {
  test.each<[email: string, subject: string, claim: Claim | null, kind: Automatic]>([
    ['no-reply@shop.example', 'Hello', null, 'machine'],
    ['noreply+77@shop.example', 'Hello', null, 'machine'],
    ['order.notifications@shop.example', 'Hello', null, 'machine'],
    ['ne-pas-repondre@shop.example', 'Bonjour', null, 'machine'],
    ['newsletter@acme.example', 'News', null, 'newsletter'],
    ['ada@acme.example', 'Spring', 'leave', 'newsletter'],
    ['ada@acme.example', 'Ticket 7', 'machine', 'machine'],
    ['MAILER-DAEMON@mx.example', 'x', null, 'undelivered'],
    ['billing@shop.example', 'Your order #77', 'leave', 'receipt'],
    ['no-reply@shop.example', 'Rechnung 2026-11', null, 'receipt'],
    ['no-reply@shop.example', '您的订单已发货', null, 'receipt'],
    ['ada@acme.example', 'Automatic reply: Offer', null, 'away'],
    ['ada@acme.example', '[EXT] Out of Office: Offer', null, 'away'],
    ['ada@acme.example', 'Automatische Antwort: Angebot', null, 'away'],
    ['ada@acme.example', 'Réponse automatique : Offre', null, 'away'],
    ['ada@acme.example', '自动回复: 报价', null, 'away'],
    ['ada@acme.example', '自動回覆：報價', null, 'away'],
    ['ada@acme.example', '自動返信: お見積り', null, 'away'],
    ['ada@acme.example', 'Respuesta automática: Oferta', null, 'away'],
    ['ada@acme.example', 'Автоматический ответ: Предложение', null, 'away'],
    ['mx@acme.example', 'Undeliverable: Offer', null, 'undelivered'],
    ['mx@acme.example', 'Unzustellbar: Angebot', null, 'undelivered'],
    ['ada@acme.example', 'Accepted: Offer @ Mon', null, 'calendar'],
    ['ada@acme.example', 'Einladung: Angebot', null, 'calendar'],
    ['ada@acme.example', 'Invitation : réunion', null, 'calendar'],
    ['ada@acme.example', '邀请：报价会议', null, 'calendar'],
    ['ada@acme.example', 'Updated invitation: Offer', null, 'calendar'],
  ])('%s, %j, %s: %s', (email, subject, claim, kind) => expect(look(email, subject, claim)).toBe(kind));

  test.each([
    ['ada@acme.example', 'Re: Automatic reply settings'],
    ['info@acme.example', 'Your order of Monday'],
    ['sales@acme.example', 'Invoice 77'],
    ['newton@acme.example', 'Offer'],
    ['replyto@acme.example', 'Offer'],
    ['ada@acme.example', 'Invitation to dinner'],
    ['ada@acme.example', 'The order: a question'],
    ['alerta.gomez@acme.example', 'Oferta'],
    ['ada@acme.example', ''],
  ])('%s, %j: somebody wrote it', (email, subject) => expect(look(email, subject)).toBeNull());

  test('a strange subject is answered in time', () => {
    const spent = countEffort();
    for (const piece of ['a', '[', '(', '：', '张', ' ', 'out of '])
      look('a'.repeat(300), piece.repeat(100_000));
    expect(spent()).toBeLessThan(60);
  });
});

describe('by its header', () => {
  const read = (fields: Record<string, string>) => automaticByHeaders((name) => fields[name]);

  test.each<[fields: Record<string, string>, kind: Automatic | null]>([
    [{ 'list-unsubscribe': '<https://x.example/u>' }, 'newsletter'],
    [{ precedence: 'bulk' }, 'newsletter'],
    [{ 'list-unsubscribe': '<mailto:x@y.example>', 'list-post': 'NO' }, 'newsletter'],
    [{ 'auto-submitted': 'auto-replied (vacation)' }, 'away'],
    [{ precedence: 'auto_reply' }, 'away'],
    [{ 'auto-submitted': 'auto-generated' }, 'machine'],
    [{ 'auto-submitted': 'no' }, null],
    [{ 'content-type': 'multipart/report; report-type=delivery-status; boundary=x' }, 'undelivered'],
    [{ 'return-path': '<>' }, 'undelivered'],
    [{ 'content-type': 'text/calendar; method=REQUEST' }, 'calendar'],
    // What people write to a group that takes posts, such as a team's own address.
    [
      {
        'list-id': '<sales.ours.example>',
        'list-post': '<mailto:sales@ours.example>',
        'list-unsubscribe': '<x>',
        precedence: 'list',
      },
      null,
    ],
    [{ 'list-id': '<x.example>', precedence: 'list' }, null],
    [{}, null],
  ])('%j: %s', (fields, kind) => expect(read(fields)).toBe(kind));
});
