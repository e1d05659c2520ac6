import type { Id } from '../kit/id.ts';
import type { IdentityKey } from './key.ts';

/** One reason for a match. `exact`: a personal key is equal; `domain`: works at; `weak`: a shared key such as a switchboard number. */
export type MatchBasis = { key: IdentityKey; strength: 'exact' | 'domain' | 'weak' };

/** A contact or company for a sighting, with what it rests on (never a display name alone). */
export type Match = { noun: 'contact' | 'company'; id: Id; basis: MatchBasis[] };
