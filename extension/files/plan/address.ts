import { limits } from '../../../shared/domain/limits.ts';
import { plainHeader } from '../columns/header.ts';
import type { Row } from './row.ts';

/** An address in one text, of its parts where the file gives those. */
export function addressOf(row: Row): string | null {
  const whole = row.text('contact.address', limits.note);
  if (whole) return whole;
  const part = (name: string) => row.all(`contact.${name}`)[0]?.text ?? '';
  const streets = row.all('contact.street');
  // "Business Street 2" goes on after "Business Street"; the home's does not.
  const kind = streets.length > 1 ? plainHeader(streets[0]?.header ?? '') : null;
  const [street = '', city = '', region = '', code = '', country = ''] = [
    streets
      .filter(({ header }) => kind === null || plainHeader(header) === kind)
      .map(({ text }) => text)
      .join(', '),
    part('city'),
    part('region'),
    part('postcode'),
    part('country'),
  ];
  const all = [country, region, city, street].filter(Boolean);
  // Where the largest comes first, nothing stands between.
  const text =
    all.some((each) => /\p{Script=Han}/u.test(each)) && !/[a-z]{4,}/i.test(all.join(''))
      ? [country + region + city + street, code].filter(Boolean).join(' ')
      : [street, [code, city].filter(Boolean).join(' '), region, country].filter(Boolean).join(', ');
  return text ? text.slice(0, limits.note) : null;
}
