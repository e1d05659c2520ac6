import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { headers, replies, signatures } from './cases/mails.ts';
import { pairs, parts } from './cases/names.ts';
import { pages } from './cases/pages.ts';

/** What is scored: the functions of adapter.ts, or of any module that has some of them. */
export type Adapter = Partial<typeof import('./adapter.ts')>;
/** `right` of `of` that there are, and `wrong` ones that were told beside them. */
export type Figure = { check: string; right: number; wrong: number; of: number };

const plain = (text: unknown): string =>
  String(text ?? '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
const name = (text: unknown): string => plain(text).replace(/[.,]/g, '');
const digits = (text: unknown): string => String(text).replace(/\D/g, '').slice(-8);
const listed = (value: unknown): unknown[] => (value == null ? [] : [value].flat());

function counter(check: string) {
  const figure: Figure = { check, right: 0, wrong: 0, of: 0 };
  return {
    figure,
    sets(gold: readonly unknown[], got: readonly unknown[], key: (value: unknown) => string) {
      const [wanted, told] = [new Set(gold.map(key)), new Set(got.map(key))];
      figure.of += wanted.size;
      for (const each of told) wanted.has(each) ? figure.right++ : figure.wrong++;
    },
    is(right: boolean) {
      figure.of++;
      right ? figure.right++ : figure.wrong++;
    },
  };
}

export function score(adapter: Adapter): Figure[] {
  const figures: Figure[] = [];
  const counting = (check: string) => {
    const made = counter(check);
    figures.push(made.figure);
    return made;
  };
  if (adapter.page) {
    const [people, titles, orgs, phones, emails] = [
      'people',
      'titles',
      'organisations',
      'phones',
      'e-mails',
    ].map((kind) => counting(`pages: ${kind}`));
    for (const one of pages) {
      const got = adapter.page(one);
      people?.sets(
        one.people.map((each) => each.name),
        got.people.map((each) => each.name),
        name,
      );
      titles?.sets(
        one.people.map((each) => `${each.name}: ${each.title ?? ''}`),
        got.people.map((each) => `${each.name}: ${each.title ?? ''}`),
        name,
      );
      orgs?.sets(one.orgs, got.orgs, name);
      phones?.sets(one.phones, got.phones, digits);
      emails?.sets(one.emails, got.offered, plain);
    }
  }
  if (adapter.reply) {
    const exact = counting('reply');
    for (const { text, written } of replies) exact.is(plain(adapter.reply(text)) === plain(written));
  }
  if (adapter.signature) {
    const kinds = ['name', 'organisation', 'position', 'phone', 'mail'] as const;
    const by = Object.fromEntries(kinds.map((kind) => [kind, counting(`signature: ${kind}`)]));
    for (const one of signatures) {
      const got = adapter.signature(one.mail, one.from);
      for (const kind of ['name', 'organisation', 'position'] as const)
        by[kind]?.sets(listed(one[kind]), listed(got[kind]), name);
      by.phone?.sets(one.phones, listed(got.phone), digits);
      by.mail?.sets(one.emails, listed(got.mail), plain);
    }
  }
  if (adapter.header) {
    const fields = counting('forwarded header');
    for (const one of headers) {
      const got = adapter.header(one.raw);
      fields.is(plain(got.from).includes(one.from));
      fields.is(plain(got.subject) === plain(one.subject));
      for (const to of one.to) fields.is(plain(listed(got.to).join(' ')).includes(to));
    }
  }
  if (adapter.parseName) {
    const whole = counting('name parts');
    for (const { name: text, ...wanted } of parts) {
      const got = adapter.parseName(text) as Record<string, string>;
      whole.is(Object.entries(wanted).every(([part, value]) => name(got[part]) === name(value)));
    }
  }
  if (adapter.sameName) {
    const { sameNameThreshold: limit = 0.5, sureNameThreshold: sure = 1 } = adapter;
    const same = counting('same name');
    // The same are asked about; others are, at worst, asked about too, and never taken for the same.
    for (const { a, b, kind, same: one } of pairs) {
      const alike = adapter.sameName(a, b, kind);
      same.is(one ? alike >= limit : alike < sure);
    }
  }
  return figures;
}

export function line({ check, right, wrong, of }: Figure): string {
  const told = right + wrong;
  const [precision, recall] = [told ? right / told : 1, of ? right / of : 1];
  const f1 = precision + recall ? (2 * precision * recall) / (precision + recall) : 0;
  const figures = [precision, recall, f1].map((figure) => figure.toFixed(3));
  return `${check.padEnd(26)} ${right} of ${of}, ${wrong} wrong: P ${figures[0]} R ${figures[1]} F1 ${figures[2]}`;
}

const [, self, given] = process.argv;
if (self && given && resolve(self) === fileURLToPath(import.meta.url)) {
  const adapter = (await import(pathToFileURL(resolve(given)).href)) as Adapter;
  process.stdout.write(["The project's own cases:", ...score(adapter).map(line), ''].join('\n'));
}
