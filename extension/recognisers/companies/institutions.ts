import type { Passage } from '../corpus.ts';
import type { Named } from './formed.ts';
export function institutionsOf(_passage: Passage): Named[] {
  return [];
}
