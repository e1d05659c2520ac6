import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type {
  PlannedCompany,
  PlannedContact,
  PlannedDeal,
  PlannedInteraction,
} from '../../../shared/domain/import/planned.ts';
import type { ContactKey, Origin } from '../../../shared/domain/rows.ts';
import { givenFamily } from '../../../shared/identity/name/given-family.ts';
import type { Id } from '../../../shared/kit/id.ts';
import type { Input } from '../../../shared/sync/mutation.ts';
import { foldedName } from './joined.ts';
import { logKeys } from './known.ts';

// Planned records as the inputs of the verbs that add such rows.

type Part = Input<'import.rows'>;
const rowHash = (...texts: string[]): string =>
  `row:${bytesToHex(sha256(utf8ToBytes(texts.join('\n')))).slice(0, 32)}`;

/** Of somebody with no key of their own: by it the same file makes the same person. */
export const rowKey = ({ name, keys }: PlannedContact): ContactKey => ({
  kind: 'external',
  value: rowHash('contact', foldedName(name ?? ''), ...keys.map(({ value }) => value).sort()),
  source: 'import',
});

export function companyOf(
  { owner: _, name, domains, externalIds, ...fields }: PlannedCompany,
  made: { id: Id; ownerId: Id | null; origin: Origin },
): Part['companies'][number] {
  const called = name ?? domains[0] ?? '';
  // A company that is only a name is one for everybody who imports it.
  const isNamed = domains.length + externalIds.length === 0;
  return {
    ...fields,
    ...made,
    ...{
      name: called,
      domains,
      externalIds: isNamed ? [rowHash('company', foldedName(called))] : externalIds,
    },
  };
}

export function contactOf(
  { owner: _, name, givenName, familyName, lifeCycle, ...fields }: PlannedContact,
  made: { id: Id; companyId: Id | null; ownerId: Id | null; origin: Origin; keys: ContactKey[] },
): Part['contacts'][number] {
  const called = name ?? '';
  // What a file says whole is taken apart for a new row only: nothing that somebody typed is guessed over.
  const told = givenName || familyName ? { given: givenName, family: familyName } : givenFamily(called);
  return {
    ...{ ...fields, name: called, givenName: told.given, familyName: told.family },
    ...{ lifeCycle: lifeCycle ?? 'lead', ...made },
  };
}

export const dealOf = (
  {
    state,
    closedAt,
    lostReason,
    competitor,
    contacts: _,
    stage: __,
    pipeline: ___,
    owner: ____,
    ...fields
  }: PlannedDeal,
  {
    now,
    ...made
  }: {
    id: Id;
    companyId: Id | null;
    contactIds: Id[];
    externalIds: string[];
    stageId: Id | null;
    ownerId: Id | null;
    origin: Origin;
    now: number;
  },
): Part['deals'][number] => ({
  ...fields,
  ...made,
  closing: state === 'open' ? null : { state, at: closedAt ?? now, lostReason, competitor },
});

export const interactionOf = (
  { externalId, fingerprint, contacts: _, deal: __, ...fields }: PlannedInteraction,
  made: { id: Id; contactIds: Id[]; companyId: Id | null; dealId: Id | null },
): Part['interactions'][number] => ({
  ...fields,
  ...made,
  ...{ channel: 'import', threadKey: null, fingerprint: logKeys({ externalId, fingerprint }) },
  bodyState: fields.kind === 'email' ? (fields.body ? 'read' : 'subject-only') : null,
});
