import type { IdentityKey } from '../../identity/key.ts';
import type { MatchBasis } from '../../identity/match.ts';
import type { Contact } from '../rows.ts';

/** A profile, address or external id is one person's own; a phone may be a switchboard. */
const personal = new Set(['email', 'profile', 'external']);

/** On what a contact matches the seen keys, strongest first; empty when on nothing. Never on a name. */
export function basisOf(contact: Contact, keys: readonly IdentityKey[]): MatchBasis[] {
  const basis: MatchBasis[] = [];
  for (const key of keys) {
    if (!contact.keys.some((own) => own.kind === key.kind && own.value === key.value)) continue;
    basis.push({ key, strength: personal.has(key.kind) ? 'exact' : 'weak' });
  }
  return basis.sort((a, b) => Number(a.strength === 'weak') - Number(b.strength === 'weak'));
}

export type Judged = { contact: Contact; basis: MatchBasis[] };

/**
 * Sorts candidates into the one that the person is and the one that they may be.
 * Two contacts with an equal claim are both only a maybe: a guess would log to the wrong one.
 */
export function judge(
  candidates: readonly Contact[],
  keys: readonly IdentityKey[],
): { is: Judged | null; maybe: Judged | null } {
  const judged = candidates
    .map((contact) => ({ contact, basis: basisOf(contact, keys) }))
    .filter((each) => each.basis.length > 0);
  const exact = judged.filter((each) => each.basis[0]?.strength === 'exact');
  // The address in a header says more than a profile link found in a signature.
  const byMail = exact.filter((each) => each.basis.some((one) => one.key.kind === 'email'));
  const strongest = byMail.length > 0 ? byMail : exact;
  if (strongest.length === 1) return { is: strongest[0] ?? null, maybe: null };
  const oldest = (list: Judged[]) =>
    [...list].sort(
      (a, b) => a.contact.createdAt - b.contact.createdAt || (a.contact.id < b.contact.id ? -1 : 1),
    );
  return { is: null, maybe: oldest(strongest.length > 0 ? strongest : judged)[0] ?? null };
}
