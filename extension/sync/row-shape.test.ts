import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Noun, nouns } from '../../shared/domain/rows.ts';
import { completeRow, isRow } from './row-shape.ts';

const base = { id: 'x', createdAt: 1, createdBy: null, updatedAt: 1, deletedAt: null };
const origin = { channel: 'gmail', page: null, campaign: null, referrer: null };
const rows: Record<Noun, Record<string, unknown>> = {
  member: { ...base, name: 'Nora', email: null, role: 'member' },
  pipeline: { ...base, name: 'Sales', position: 0, lostReasons: ['price'] },
  stage: {
    ...base,
    ...{ pipelineId: 'p', name: 'New', position: 0, probability: 10, colour: null },
    ...{ requires: ['amountMinor'], staleDays: 14 },
  },
  ownField: {
    ...base,
    ...{ noun: 'contact', key: 'k', label: 'K', kind: 'text', options: ['a'], position: 0, places: ['card'] },
  },
  company: {
    ...base,
    ...{ name: 'ACME', domains: ['acme.example'], industry: null, city: null, country: null, phone: null },
    ...{ website: null, ownerId: null, origin, own: { a: 1, b: 'x', c: null }, mergedInto: null },
    ...{ role: null, roleReason: null, externalIds: ['hubspot:1'] },
  },
  contact: {
    ...base,
    ...{ name: 'Ada', givenName: null, familyName: null, title: null, companyId: null, lifeCycle: 'lead' },
    ...{ ownerId: null, origin, phone: null, address: null, own: {}, mergedInto: null, privateTo: null },
    ...{ zone: 'Europe/Berlin', role: 'customer', roleReason: null },
    keys: [{ kind: 'email', value: 'ada@acme.example', source: null }],
  },
  deal: {
    ...base,
    ...{ title: 'Renewal', pipelineId: 'p', stageId: 's', state: 'open', amountMinor: 5, currency: 'EUR' },
    ...{ expectedClose: null, need: null, companyId: null, contactIds: ['c'], ownerId: null, origin },
    ...{ closedAt: null, lostReason: null, competitor: null, stageSince: 1, own: {}, externalIds: [] },
  },
  task: {
    ...base,
    ...{ title: 'Call', dueDay: null, dueAt: null, contactId: null, companyId: null, dealId: null },
    ...{ ownerId: null, doneAt: null, zone: null, note: null, repeat: null },
    ...{ promisedBy: 'us', promiseKind: 'call', promiseKey: 'mid:1#a', awaits: null, doneVia: null },
  },
  interaction: {
    ...base,
    ...{ kind: 'email', direction: 'in', channel: null, occurredAt: 1, durationS: null, outcome: null },
    ...{ subject: null, body: null, bodyState: null, link: null, threadKey: null, companyId: null },
    ...{ participants: [{ name: null, email: 'a@b.example', role: 'from' }], contactIds: ['c'] },
    ...{ dealId: null, loggedBy: null, loggedAt: 1, fingerprint: ['mid:1'], joinedInto: null },
    ...{ privateTo: null, sharedWith: [], askedBy: [], mentions: ['m'] },
    ...{ moreDealIds: ['d'], attachments: [{ name: 'a.pdf', size: 1, type: null }] },
    ...{ rule: 'contact', ruleId: null },
  },
  relation: {
    ...base,
    ...{ fromNoun: 'contact', fromId: 'c', kind: 'referred', toNoun: 'company', toId: 'o', note: null },
  },
  view: { ...base, noun: 'contact', name: 'Hot', query: '{}', position: 0, privateTo: null },
  recipe: { ...base, host: 'acme.example', kind: 'person', shape: '{}' },
  exclusion: {
    ...base,
    ...{ subject: 'domain', value: 'acme.example', effect: 'never', note: null, privateTo: null },
  },
  distinction: { ...base, noun: 'contact', aId: 'c', bId: 'd', askAbove: null },
  merge: {
    ...base,
    ...{ noun: 'contact', keptId: 'c', goneId: 'd', goneName: 'Ada' },
    ...{ was: {}, brought: [], stayed: 0, splitAt: null, splitBy: null, privateTo: null },
  },
  logRule: { ...base, scope: 'contact', value: 'c', effect: 'log', dealId: null, privateTo: 'm' },
  template: { ...base, name: 'Thanks', subject: null, body: 'Hello', position: 0, privateTo: null },
  file: {
    ...base,
    ...{ interactionId: 'i', name: 'a.pdf', type: null, size: 1, sha256: 'f'.repeat(64), storedAt: null },
  },
  import: {
    ...base,
    ...{
      file: 'contacts.csv',
      added: 3,
      changed: 1,
      undoneAt: null,
      undoneBy: null,
      kept: 0,
      privateTo: null,
    },
  },
};
const wrong = fc.oneof(
  fc.constant(undefined),
  fc.constant(true),
  fc.constant(Number.NaN),
  fc.constant([[]]),
  fc.constant({ a: { b: 1 } }),
);

describe('rows of a server', () => {
  test.each([
    ...nouns,
  ])('[T3] a %s is known, and refused with any field missing or of another kind', (noun) => {
    expect(isRow(noun, rows[noun])).toBe(true);
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(rows[noun])), wrong, (field, value) => {
        // What an older server does not send yet may be missing.
        if (value === undefined && ['privateTo', 'sharedWith', 'askedBy'].includes(field)) return;
        expect(isRow(noun, { ...rows[noun], [field]: value })).toBe(false);
      }),
      { numRuns: 300 },
    );
    for (const value of [null, 'x', 1, [], undefined]) expect(isRow(noun, value)).toBe(false);
  });

  test('[T4] what a server of the first release leaves out is filled in before the row is looked at', () => {
    const since = [
      'role',
      'roleReason',
      'externalIds',
      'mentions',
      'zone',
      'note',
      'repeat',
      'requires',
      'staleDays',
    ];
    since.push('moreDealIds', 'attachments', 'rule', 'ruleId', 'promisedBy', 'promiseKind', 'promiseKey');
    since.push('awaits', 'doneVia');
    since.push('lostReasons', 'places', 'privateTo', 'sharedWith', 'askedBy');
    for (const noun of nouns) {
      if (
        [
          ...['member', 'relation', 'view', 'import'],
          ...['recipe', 'exclusion', 'distinction', 'merge'],
          ...['logRule', 'template', 'file'],
        ].includes(noun)
      )
        continue;
      const old = Object.fromEntries(Object.entries(rows[noun]).filter(([field]) => !since.includes(field)));
      completeRow(noun, old);
      expect(isRow(noun, old), noun).toBe(true);
    }
  });

  test('[D7] fields that are not known are no reason to refuse a row', () => {
    for (const noun of nouns) expect(isRow(noun, { ...rows[noun], later: { deep: [1] } })).toBe(true);
  });

  test('[V6] a tombstone may be bare, and one without an instant is none', () => {
    for (const noun of nouns) {
      expect(isRow(noun, { ...base, deletedAt: 5 })).toBe(true);
      expect(isRow(noun, { ...base, deletedAt: 'now' })).toBe(false);
      expect(isRow(noun, base)).toBe(false);
    }
  });

  test('[D9] beyond the horizon an entry is short, and other nouns are never', () => {
    const {
      occurredAt,
      loggedBy,
      loggedAt,
      bodyState,
      contactIds,
      companyId,
      dealId,
      fingerprint,
      joinedInto,
    } = rows.interaction;
    const short = {
      ...base,
      moreDealIds: [],
      occurredAt,
      loggedBy,
      loggedAt,
      bodyState,
      contactIds,
      companyId,
      dealId,
    };
    expect(isRow('interaction', { ...short, fingerprint, joinedInto, beyond: true })).toBe(true);
    expect(isRow('interaction', { ...short, joinedInto, beyond: true })).toBe(false);
    expect(isRow('task', { ...base, beyond: true })).toBe(true);
    expect(isRow('contact', { ...base, beyond: true })).toBe(false);
  });
});
