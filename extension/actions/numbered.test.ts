import { describe, expect, test } from 'vitest';
import type { ContactKey } from '../../shared/domain/rows.ts';
import { numberKey } from '../../shared/identity/number.ts';
import { contactRow } from '../../tests/fixtures/rows.ts';
import type { ThreadSeen } from '../gmail/surface.ts';
import { memoryStore } from '../mirror/memory-store.ts';
import { openMirror } from '../mirror/mirror.ts';
import { findPeople } from './find-people.ts';
import { isBareNumber, numberedOf } from './numbered.ts';

const external = (value: string): ContactKey => ({ kind: 'external', value, source: 'shop' });
const thread = (subject: string): ThreadSeen => ({
  ...{ id: 't', subject, selectedId: null, sightings: [], messages: [] },
});

async function shop() {
  const mirror = await openMirror(memoryStore());
  const ada = contactRow('Ada', {
    keys: [
      { kind: 'email', value: 'ada@acme.example', source: null },
      { kind: 'phone', value: '+49301234567', source: null },
      { kind: 'profile', value: 'https://github.com/ada', source: null },
      external('order:10234'),
      external('customer:4711'),
      external('hubspot:77'),
    ],
  });
  const bob = contactRow('Bob', { keys: [external('order:10235')] });
  await mirror.commit(async (tx) => {
    await tx.put({ noun: 'contact', row: ada });
    await tx.put({ noun: 'contact', row: bob });
  });
  return { mirror, ada, bob };
}

describe('many touch points, one customer', () => {
  test('an address, a profile, an order and an id of another system each find the same person', async () => {
    const { mirror, ada } = await shop();
    const keys = [
      { kind: 'email', value: 'ada@acme.example' },
      { kind: 'profile', value: 'https://github.com/ada' },
      { kind: 'external', value: 'hubspot:77' },
      numberKey('order', '10234'),
      numberKey('customer', '4711'),
    ] as const;
    const found = await findPeople(
      mirror,
      keys.map((key) => (key ? [key] : [])),
    );
    expect(found.map(({ contact }) => contact?.id)).toEqual(keys.map(() => ada.id));
  });

  test('a subject that names an order asks about its customer, and matches nobody', async () => {
    const { mirror, ada } = await shop();
    const maybe = await numberedOf(mirror, thread('Re: Order #10234 has not arrived'));
    expect(maybe?.contact.id).toBe(ada.id);
    expect(maybe?.match.basis).toEqual([
      { key: { kind: 'external', value: 'order:10234' }, strength: 'weak' },
    ]);
  });

  test('two numbers of one customer are one, of two customers nobody', async () => {
    const { mirror, ada } = await shop();
    const one = await numberedOf(mirror, thread('Order no. 10234, customer no. 4711'));
    expect(one?.contact.id).toBe(ada.id);
    expect(await numberedOf(mirror, thread('Order no. 10234 and order no. 10235'))).toBeNull();
    expect(await numberedOf(mirror, thread('Order no. 99999'))).toBeNull();
    expect(await numberedOf(mirror, null)).toBeNull();
  });
});

test('a number alone is nobody', () => {
  const key = { value: external('order:10234'), source: 'number' as const, confidence: 0.6 };
  expect(isBareNumber({ kind: 'person', keys: [key], fields: {} })).toBe(true);
  const name = { value: 'Ada', source: 'text' as const, confidence: 0.6 };
  expect(isBareNumber({ kind: 'person', keys: [key], fields: { name } })).toBe(false);
  expect(isBareNumber({ kind: 'person', keys: [], fields: {} })).toBe(false);
});
