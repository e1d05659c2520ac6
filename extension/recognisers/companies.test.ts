import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { countEffort } from '../../tests/effort.ts';
import { companiesIn } from './companies.ts';
import { readPage } from './page.ts';
import { readAll } from './recogniser.ts';
import { surveyOf } from './survey.ts';

const read = (html: string, url = '', head = '') => {
  const { document } = parseHTML(`<!doctype html><html><head>${head}</head><body>${html}</body></html>`);
  const page = { document, url };
  return readAll(companiesIn(readAll(surveyOf(page)).lines, page));
};
const others = (html: string) => read(html).others.map(({ name }) => name);

const companies = (html: string, url: string) => {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
  return readAll(readPage({ document, url })).filter(({ kind, fields }) => kind === 'company' && fields.name);
};

describe('the company of an imprint', () => {
  test('is one, with its legal name, address, number and shared address', () => {
    const [own, ...more] = companies(
      '<h1>Impressum</h1><p>Wir sind die Ostsee Werkstatt.</p><p>Ostsee Werkstatt GmbH<br>Hafenstraße 12<br>18055 Rostock</p><p>Telefon: +49 381 1234567</p><p>kontakt@ostsee-werkstatt.example</p>',
      'https://ostsee-werkstatt.example/impressum',
    );
    expect(more).toEqual([]);
    expect(own?.fields).toMatchObject({
      name: { value: 'Ostsee Werkstatt' },
      address: { value: 'Hafenstraße 12, 18055 Rostock' },
      phone: { value: '+49 381 1234567' },
    });
    expect(own?.others?.name?.map(({ value }) => value)).toContain('Ostsee Werkstatt GmbH');
    expect(own?.keys.map(({ value }) => value.value)).toEqual([
      'ostsee-werkstatt.example',
      '+493811234567',
      'kontakt@ostsee-werkstatt.example',
    ]);
  });

  test('has a name in another script than its host', () => {
    const [own] = companies(
      '<p>地址：上海市浦东新区明日大道100号</p><footer>版权所有 © 2026 青禾仪器有限公司</footer>',
      'https://www.qinghe.example/',
    );
    expect(own?.fields).toMatchObject({
      name: { value: '青禾仪器有限公司' },
      address: { value: '上海市浦东新区明日大道100号' },
    });
    expect(own?.keys.map(({ value }) => value.value)).toEqual(['qinghe.example']);
  });

  test('does not give a person the address of a company in the line below', () => {
    const { document } = parseHTML(
      '<html><body><h3>Claire Dupont</h3><p>Directrice</p><p>Hébergeur : Nuage, 2 rue des Lilas, 59100 Roubaix</p></body></html>',
    );
    const seen = readAll(readPage({ document, url: 'https://atelier.example/' }));
    expect(seen.find(({ kind }) => kind === 'person')?.fields.address).toBeUndefined();
  });
});

describe('the name of a site', () => {
  test.each([
    ['H & S Solicitors', 'handssolicitors.example', '<p>H & S Solicitors are in Bath.</p>'],
    ['Müller Werke', 'mueller-werke.example', '<p>Die Müller Werke bauen.</p>'],
    ['First Beacon Mortgage', 'firstbea.example', '<p>At First Beacon Mortgage we lend.</p>'],
    ['BlueDog.example', 'bluedog.example', '<p>BlueDog.example ships worldwide.</p>'],
  ])('%s at %s', (name, host, html) => expect(read(html, `https://${host}/`).own?.name).toBe(name));

  test('is told of in all its spellings', () => {
    const { own } = read(
      '<p>Beacon Works is old. We at BeaconWorks build.</p><p>Beacon Works team</p>',
      'https://beaconworks.example/',
    );
    expect([own?.name, ...(own?.also ?? [])].sort()).toEqual(['Beacon Works', 'BeaconWorks']);
  });

  test('is told with its abbreviation in brackets', () => {
    const { own } = read(
      '<p>Larch & Tower (L&T) builds.</p><p>Larch & Tower</p>',
      'https://larchtower.example/',
    );
    expect(own?.also).toContain('L&T');
  });

  test('is none of a platform that is about others', () => {
    expect(read('<p>GitHub and Beacon Works</p>', 'https://github.com/beacon').own).toBeNull();
  });
});

describe('whose copyright it is', () => {
  test.each([
    ['© 2011-2026 Harbour Lights Theatre. All rights reserved.', 'Harbour Lights Theatre'],
    ['Copyright (c) 2026 by Katz, Marshall & Byron, LLP | Privacy', 'Katz, Marshall & Byron, LLP'],
    ['Beacon Corporation © 2026', 'Beacon Corporation'],
    ['© LARCH & TOWER LIMITED. Alle Rechte vorbehalten', 'LARCH & TOWER LIMITED'],
    ['版权所有 © 青禾仪器有限公司 沪ICP备12345678号', '青禾仪器有限公司'],
    ['© The Happy Baker. Website by Pixelry Ltd', 'The Happy Baker'],
  ])('%s', (line, name) => expect(others(`<p>${line}</p>`)).toContain(name));

  test.each([
    'Copyright and trademark notice',
    'The copyright in all material is held by its authors.',
    'Map data ©2026 Google',
    '(c) the third condition',
    '© 2026 Anvil Shop. Powered by Anvil Shop',
  ])('nobody: %s', (line) => expect(others(`<p>${line}</p>`)).toEqual([]));
});

describe('a legal form', () => {
  test.each([
    ['We sell to Oak & Ash Pty Ltd and others.', 'Oak & Ash Pty Ltd'],
    ['Siège : Société Lumière S.A.R.L., Lyon', 'Lumière S.A.R.L.'],
    ['Die Alte Mühle GmbH & Co. KG liefert.', 'Alte Mühle GmbH & Co. KG'],
    ['Dostawca: Zielona Góra sp. z o.o.', 'Zielona Góra sp. z o.o.'],
    ['ООО «Ромашка» работает', 'ООО «Ромашка»'],
    ['株式会社明日工業の会社概要', '株式会社明日工業'],
  ])('%s', (line, name) => expect(others(`<p>${line}</p>`)).toContain(name));

  test.each([
    'including but not limited to loss',
    'INCLUDING BUT NOT LIMITED TO ANY LOSS OF PROFIT, DATA OR GOODWILL WHATSOEVER, EVEN IF ADVISED OF ITS POSSIBILITY',
    'Norristown, PA 19403',
    'Great as ever. As it was.',
    'Regulated by the Financial Conduct Authority',
  ])('none: %s', (line) => expect(others(`<p>${line}</p>`)).toEqual([]));
});

test.each([
  'a',
  '(',
  '©',
  '公司',
  'copyright ',
  'Acme Inc ',
  'University of ',
  'Acme & ',
  'acme',
  'ООО «',
  'S.A.',
  '株式会社',
])('100 kB of "%s" is read in bounded time', (sign) => {
  const line = sign.repeat(4_000 / sign.length);
  const spent = countEffort();
  read(`<p>${line}</p>`.repeat(25), 'https://acme.example/');
  expect(spent()).toBeLessThan(400);
});
