import { describe, expect, test } from 'vitest';
import { keyText } from '../../../shared/identity/key.ts';
import type { Sighting } from '../../../shared/identity/sighting.ts';
import * as claim from './claim.ts';
import type { MailExample, MailReader } from './example.ts';
import * as form from './form.ts';
import * as quoted from './quoted-people.ts';
import * as reply from './reply.ts';
import * as signature from './signature.ts';
import { isFull, readSigned } from './signed.ts';

const nothing = 'nothing';

const person = ({ keys, fields }: Sighting): string => {
  const names = [fields.name?.value, fields.organisation?.value].filter(Boolean).join(', ');
  return `${names} <${keys.map(({ value }) => keyText(value)).join(' ')}>`;
};

function signed(told: signature.Signature | null): string {
  if (!told) return nothing;
  const many = [...told.phones, ...told.emails, ...told.links].map(({ value }) => value);
  const facts = [told.name, told.title, told.organisation].map((fact) => fact?.value);
  return [...facts, ...many, told.address?.value].filter(Boolean).join(' | ');
}

const table: { reader: MailReader; examples: MailExample[]; read: (example: MailExample) => string }[] = [
  {
    reader: 'new text',
    examples: reply.examples,
    read: ({ text }) => (reply.newText(text) === text.trim() ? nothing : reply.newText(text)),
  },
  {
    reader: 'older mail',
    examples: quoted.examples,
    read: ({ text, from = '' }) => {
      const [first] = quoted.quotedPeople(readSigned(text, from).slice(1));
      return first ? person(first) : nothing;
    },
  },
  {
    reader: 'signature',
    examples: signature.examples,
    read: ({ text, from = '' }) => signed(signature.readSignature(text, from)),
  },
  {
    reader: 'web form',
    examples: form.examples,
    read: ({ text, from = '' }) => {
      const found = form.readForm(text, from);
      return found ? person(found) : nothing;
    },
  },
  {
    reader: 'mail to many or by a machine',
    examples: claim.examples,
    read: ({ text }) => claim.claimOfText(text) ?? nothing,
  },
];

describe.each(table)('$reader', ({ reader, examples, read }) => {
  test.each(examples)('sees $shows', (example) => {
    expect(read(example)).toBe(example.sees);
  });

  const others = table.filter((other) => other.reader !== reader).flatMap((other) => other.examples);
  test.each(
    others.filter(({ also = [] }) => !also.includes(reader)),
  )('sees nothing of its own in: $shows', (example) => {
    if (reader === 'signature') {
      const told = signature.readSignature(example.text, example.from ?? '');
      expect(told !== null && isFull(told)).toBe(false);
    } else expect(read(example)).toBe(nothing);
  });
});

test('docs/recognition-mail.md lists what is read in a mail', async () => {
  const cell = (text: string) => `\`${text.replaceAll('|', '·').replaceAll('\n', ' / ')}\``;
  const rows = table.flatMap(({ reader, examples }) =>
    examples.map(({ shows, sees }) => `| ${reader} | ${shows} | ${cell(sees)} |`),
  );
  const page = [
    '# What is read in a mail',
    '',
    'Written from the examples beside each reader in `extension/recognisers/mail/`; `vitest run extension/recognisers/mail --update` writes it anew.',
    '',
    '| reader | example | seen |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
  await expect(page).toMatchFileSnapshot('../../../docs/recognition-mail.md');
});
