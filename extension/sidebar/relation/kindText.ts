import type { RelationKind } from '../../../shared/domain/rows.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';

/** As it is read from its beginning, and from its other end. */
const words: Record<RelationKind, [outward: () => string, back: () => string]> = {
  'works-at': [m.record_rel_works_at, m.record_rel_works_at_back],
  'end-user-of': [m.record_rel_end_user_of, m.record_rel_end_user_of_back],
  'pays-for': [m.record_rel_pays_for, m.record_rel_pays_for_back],
  supplies: [m.record_rel_supplies, m.record_rel_supplies_back],
  resells: [m.record_rel_resells, m.record_rel_resells_back],
  referred: [m.record_rel_referred, m.record_rel_referred_back],
};
export const relationText = (kind: RelationKind, outward: boolean): string => words[kind][outward ? 0 : 1]();

export const isRelationKind = (value: unknown): value is RelationKind =>
  typeof value === 'string' && Object.hasOwn(words, value);
