import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { failedAddresses } from './failed.ts';

const own = ['nora@fernhill.test'];
describe('a delivery report', () => {
  test.each([
    [
      "Your message wasn't delivered to bo@acme.test because the address couldn't be found.",
      ['bo@acme.test'],
    ],
    [
      '**Address not found**\nYour message wasn’t delivered to <Bo@Acme.test>. From: nora@fernhill.test To: ada@acme.test',
      ['bo@acme.test'],
    ],
    [
      'Reporting-MTA: dns; mx\nFinal-Recipient: rfc822; a@x.test\nFinal-Recipient: RFC822;b@x.test',
      ['a@x.test', 'b@x.test'],
    ],
    ['您的邮件未能送达 wang@huaxin.test。', ['wang@huaxin.test']],
    [
      'There was a temporary problem delivering your message to bo@acme.test. Gmail will retry for 46 more hours.',
      [],
    ],
    ['mailer-daemon@googlemail.com could not deliver from nora@fernhill.test', []],
    ['nothing here', []],
  ])('%j names %j', (text, found) => {
    expect(failedAddresses(text, own)).toEqual(found);
  });
  it('is read without an error, whatever it says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => void failedAddresses(text, own)),
    );
  });
});
