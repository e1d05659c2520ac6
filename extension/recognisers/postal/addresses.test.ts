import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { countEffort } from '../../../tests/effort.ts';
import { countryOf } from '../country.ts';
import { readAll } from '../recogniser.ts';
import { surveyOf } from '../survey.ts';
import { readAddresses } from './addresses.ts';

const read = (html: string, url = '') => {
  const { document } = parseHTML(`<!doctype html><html><body><p>${html}</p></body></html>`);
  const page = { document, url };
  return readAll(readAddresses(readAll(surveyOf(page)).lines, page));
};
const parts = (html: string) =>
  read(html).map(({ street, city, region, postcode, country }) =>
    [street, city, region, postcode, country ?? '?'].join(' | '),
  );

describe('a postal address by the convention of its country', () => {
  test.each([
    [
      '710 Station Parkway<br>Minneapolis, MN 55432-5604<br>USA',
      '710 Station Parkway | Minneapolis | MN | 55432-5604 | US',
    ],
    [
      'Suite 400, 100 King St W, Toronto, ON M5X 1A9',
      'Suite 400, 100 King St W | Toronto | ON | M5X 1A9 | CA',
    ],
    ['12 High Street<br>Bath<br>Somerset<br>BA1 2AB', '12 High Street | Bath |  | BA1 2AB | GB'],
    ['Level 3, 20 Harbour Road, Sydney NSW 2000', 'Level 3, 20 Harbour Road | Sydney | NSW | 2000 | AU'],
    ['Hauptstraße 5<br>10115 Berlin<br>Deutschland', 'Hauptstraße 5 | Berlin |  | 10115 | DE'],
    ['Lange Gasse 12, A-1010 Wien', 'Lange Gasse 12 | Wien |  | 1010 | AT'],
    ['12 rue de la Paix, 75002 Paris, France', '12 rue de la Paix | Paris |  | 75002 | FR'],
    ['Calle Mayor 5, 28013 Madrid, España', 'Calle Mayor 5 | Madrid |  | 28013 | ES'],
    ['Via Roma 10, 20121 Milano (MI)', 'Via Roma 10 | Milano | MI | 20121 | IT'],
    ['Keizersgracht 123<br>1015 CJ Amsterdam', 'Keizersgracht 123 | Amsterdam |  | 1015 CJ | NL'],
    ['Rua Augusta 100<br>1100-053 Lisboa', 'Rua Augusta 100 | Lisboa |  | 1100-053 | PT'],
    ['Av. Paulista 1000, São Paulo - SP, 01310-100', 'Av. Paulista 1000 | São Paulo | SP | 01310-100 | BR'],
    ['ul. Długa 10, 00-590 Warszawa', 'ul. Długa 10 | Warszawa |  | 00-590 | PL'],
    ['Vegagatan 3, 113 29 Stockholm, Sweden', 'Vegagatan 3 | Stockholm |  | 113 29 | SE'],
    [
      '地址：上海市浦东新区明日大道100号20楼 电话：021-55501234',
      '浦东新区明日大道100号20楼 |  | 上海市 |  | CN',
    ],
    ['〒150-0002 東京都渋谷区渋谷2-21-1', '渋谷2-21-1 | 渋谷区 | 東京都 | 150-0002 | JP'],
    ['서울특별시 강남구 테헤란로 152', '테헤란로 152 | 강남구 | 서울특별시 |  | KR'],
  ])('%s', (html, told) => expect(parts(html)).toEqual([told]));

  test.each([
    'In 2019 12345 People came',
    'Berlin 10115 fans',
    'Tel. 10115 Berlin',
    'Order 55432 in MN',
    '第100号文件',
  ])('none in: %s', (html) => expect(read(html)).toEqual([]));

  test.each([
    '1'.repeat(4_000),
    'A '.repeat(2_000),
    '12345 A'.repeat(500),
    '路'.repeat(290),
    '号'.repeat(290),
    'Street 1 '.repeat(30),
  ])('a hostile line costs little (%#)', (text) => {
    const spent = countEffort();
    read(`${text}<br>`.repeat(25));
    expect(spent()).toBeLessThan(300);
  });
});

test('the addresses of a page tell the country of its numbers, where its host tells none', () => {
  const { document } = parseHTML(
    '<html lang="en-US"><body><p>Hauptstr. 5, 10115 Berlin, Deutschland</p></body></html>',
  );
  const page = { document, url: 'https://acme.com/' };
  expect(countryOf(page)).toBe('US');
  readAll(readAddresses(readAll(surveyOf(page)).lines, page));
  expect(countryOf(page)).toBe('DE');
});
