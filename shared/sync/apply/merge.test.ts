import { describe, expect, it } from 'vitest';
import { companyRow, contactRow, emailKey } from '../../../tests/fixtures/rows.ts';
import type { Noun, Rows } from '../../domain/rows.ts';
import { applyMutation, readsBeyond, readsOf } from '../apply.ts';
import type { Mutation } from '../mutation.ts';

const context = { me: 'me', firstStage: null, sameMail: null };
/** A device's rows, changed as its mutations say. */
function device(rows: [Noun, Rows[Noun]][]) {
  const held = new Map(rows.map(([noun, row]) => [`${noun}/${row.id}`, row]));
  const get = (noun: Noun, id: string) => held.get(`${noun}/${id}`) as never;
  return {
    get,
    act: (verb: Mutation['verb'], input: object) => {
      const mutation = { number: 1, verb, input, at: 9 } as Mutation;
      const changes = applyMutation({ get }, mutation, context);
      for (const { noun, row } of changes) held.set(`${noun}/${row.id}`, row);
      return changes;
    },
  };
}
const ada = contactRow('a', {
  name: 'Ada',
  title: 'CTO',
  keys: [emailKey('ada@acme.test')],
  own: { size: 'M' },
});
const twin = contactRow('b', {
  name: 'Ada L.',
  title: 'CFO',
  keys: [emailKey('ada@home.test'), emailKey('ada@acme.test')],
});
const merge = { id: 'a', goneId: 'b', mergeId: 'm', fields: { title: 'CFO', own: { size: 'L' } } };
const both = (): [Noun, Rows[Noun]][] => [
  ['contact', ada],
  ['contact', twin],
];

describe('two that are one, on a device', () => {
  it('[J8] [M4] the kept one has the keys of both and what was chosen, the gone one is another name of it', () => {
    const here = device(both());
    expect(here.act('contact.merge', merge)).toHaveLength(3);
    expect(here.get('contact', 'a')).toMatchObject({ name: 'Ada', title: 'CFO', own: { size: 'L' } });
    expect((here.get('contact', 'a') as Rows['contact']).keys.map(({ value }) => value)).toEqual([
      'ada@acme.test',
      'ada@home.test',
    ]);
    expect(here.get('contact', 'b')).toMatchObject({ mergedInto: 'a', title: 'CFO' });
    expect(here.get('merge', 'm')).toMatchObject({
      ...{ keptId: 'a', goneId: 'b', goneName: 'Ada L.', was: { title: 'CTO', 'own.size': 'M' } },
      ...{ brought: ['email:ada@home.test'], splitAt: null },
    });
  });

  it('[J8] a split gives back keys and what nobody changed since, and asks for the rows that it needs', () => {
    const here = device(both());
    here.act('contact.merge', merge);
    const split = { number: 2, verb: 'merge.split', input: { id: 'm' }, at: 9 } as const;
    expect(readsOf(split)).toEqual([{ noun: 'merge', id: 'm' }]);
    expect(readsBeyond({ get: here.get }, split).map(({ id }) => id)).toEqual(['b', 'a']);
    here.act('contact.edit', { id: 'a', fields: { own: { size: 'XL' } } });
    here.act('merge.split', { id: 'm' });
    expect(here.get('contact', 'a')).toMatchObject({ title: 'CTO', keys: ada.keys, own: { size: 'XL' } });
    expect(here.get('contact', 'b')).toMatchObject({ ...twin, updatedAt: 9 });
    expect(here.get('merge', 'm')).toMatchObject({ splitAt: 9, splitBy: 'me' });
    expect(here.act('merge.split', { id: 'm' })).toEqual([]);
  });

  it('[J8] [M5] of one that is not here, or is another one already, nothing changes', () => {
    expect(device([['contact', ada]]).act('contact.merge', merge)).toEqual([]);
    const gone = contactRow('b', { mergedInto: 'c' });
    expect(
      device([
        ['contact', ada],
        ['contact', gone],
      ]).act('contact.merge', merge),
    ).toEqual([]);
    // The server's row of the gone one came first.
    const half = device([
      ['contact', ada],
      ['contact', { ...twin, mergedInto: 'a' }],
    ]);
    expect(half.act('contact.merge', merge)).toHaveLength(3);
  });

  it('[J7] a shared one and one’s own stay two, and another’s own is not touched', () => {
    for (const privateTo of ['me', 'mia'])
      expect(
        device([
          ['contact', ada],
          ['contact', { ...twin, privateTo }],
        ]).act('contact.merge', merge),
      ).toEqual([]);
    const theirs = both().map(([noun, row]): [Noun, Rows[Noun]] => [
      noun,
      { ...row, privateTo: 'mia' } as never,
    ]);
    expect(device(theirs).act('contact.merge', merge)).toEqual([]);
  });

  it('[J8] of companies domains and ids are both', () => {
    const acme = companyRow('a', { domains: ['acme.test'], externalIds: ['crm:1'] });
    const corp = companyRow('b', { domains: ['acme.corp'], externalIds: ['crm:2'] });
    const here = device([
      ['company', acme],
      ['company', corp],
    ]);
    here.act('company.merge', { id: 'a', goneId: 'b', mergeId: 'm', fields: {} });
    expect(here.get('company', 'a')).toMatchObject({
      ...{ domains: ['acme.test', 'acme.corp'], externalIds: ['crm:1', 'crm:2'] },
    });
    here.act('merge.split', { id: 'm' });
    expect(here.get('company', 'a')).toMatchObject({ domains: ['acme.test'], externalIds: ['crm:1'] });
  });
});
