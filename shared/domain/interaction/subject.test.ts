import { expect, test } from 'vitest';
import { bareSubject } from './subject.ts';

test.each([
  ['Re: Offer', 'offer'],
  ['RE: Fwd:  Offer  2', 'offer 2'],
  ['AW: WG: Angebot', 'angebot'],
  ['Re[2]: Offer', 'offer'],
  ['回复：转发：报价', '报价'],
  ['回覆: 報價', '報價'],
  ['Reply to the offer', 'reply to the offer'],
  ['Re:', ''],
])('of %s stays "%s"', (subject, bare) => expect(bareSubject(subject)).toBe(bare));
