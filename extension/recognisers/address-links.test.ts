import { expect, test } from 'vitest';
import { mailsOf, numberOf } from './address-links.ts';

test.each([
  ['mailto:ada@acme.example', ['ada@acme.example']],
  ['MAILTO:ada%40acme.example?subject=a%26b@c.d', ['ada@acme.example']],
  [
    'mailto:ada@acme.example?cc=grace@navy.example&body=mail%20eve@evil.example',
    ['ada@acme.example', 'grace@navy.example'],
  ],
  ['mailto:?to=ada@acme.example%2C%20grace@navy.example', ['ada@acme.example', 'grace@navy.example']],
  ['mailto:?subject=Look&amp;body=https://acme.example/?a@b', []],
  ['mailto:Ada%20Byron%20%3Cada@acme.example%3E', ['ada@acme.example (Ada Byron)']],
  ['mailto://ada@acme.example', ['ada@acme.example']],
  ['mailto: ada@acme.example ; Ada@ACME.example', ['ada@acme.example']],
  ['mailto:%E0%A4%A', []],
  [`mailto:${'a@b.c,'.repeat(5_000)}`, ['a@b.c']],
])('%s writes to %j', (href, expected) => {
  expect(mailsOf(href).map(({ address, name }) => (name ? `${address} (${name})` : address))).toEqual(
    expected,
  );
});

test.each([
  ['tel:+442079460018', '+442079460018'],
  ['tel:+44-20-7946-0018;ext=12', '+44-20-7946-0018'],
  ['tel:7946-0018;phone-context=+44-20', '+44-207946-0018'],
  ['tel:7946-0018;phone-context=acme.example', '7946-0018'],
  ['TEL://%2B44%2020%207946%200018', '+44 20 7946 0018'],
  ['tel:+1(212)555-0143,,99#', '+1(212)555-0143'],
  ['tel:+12125550143p22', '+12125550143'],
  ['sms:+12125550143?body=Hi', '+12125550143'],
  ['callto:+12125550143', '+12125550143'],
  ['whatsapp://send?text=Hi&phone=442079460018', '+442079460018'],
  ['https://api.whatsapp.com/send?phone=442079460018&text=Hi', '+442079460018'],
  ['tel:', null],
  ['tel:123', null],
  ['tel:12345678901234567890', null],
])('%s calls %s', (href, number) => expect(numberOf(href)).toBe(number));
