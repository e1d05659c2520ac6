import type { Member } from '../domain/rows.ts';
import type { Verb } from './mutation.ts';

/** What is one for the whole team: pipelines and their stages [B6], own fields [F3]. */
const arranging: ReadonlySet<Verb> = new Set([
  'pipeline.add',
  'pipeline.edit',
  'pipeline.remove',
  'stage.add',
  'stage.edit',
  'stage.remove',
  'ownField.add',
  'ownField.edit',
  'ownField.remove',
]);

export const isArranging = (verb: Verb): boolean => arranging.has(verb);
/** Said by the server when it is tried, and by the interface before. */
export const mayArrange = (role: Member['role']): boolean => role === 'owner' || role === 'admin';

/** Says what one has seen and changes nothing for others: whoever may only read may do it too. */
export const isForReaders = (verb: Verb): boolean => verb === 'interaction.settleMention';
