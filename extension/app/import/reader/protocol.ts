import type { ImportNoun } from '../../../../shared/domain/import/planned.ts';
import type { Mapping } from '../../../files/columns/mapping.ts';
import type { Target } from '../../../files/columns/target.ts';
import type { PlanWorld } from '../../../files/plan/context.ts';
import type { ReadOptions } from '../../../files/read.ts';
import type { Failed } from './reader.ts';

export type Question =
  | { ask: 'read'; file: File; options: ReadOptions }
  | { ask: 'guess'; world: PlanWorld; noun: ImportNoun | undefined }
  | { ask: 'retarget'; mapping: Mapping; column: number; target: Target }
  | { ask: 'start'; mapping: Mapping; world: PlanWorld }
  | { ask: 'next' }
  | { ask: 'failed'; failed: Failed[]; reasonHeader: string };

/** To the worker, and back. */
export type Ask = (Question & { id: number }) | { stop: number };
export type Tell = { id: number } & ({ answer: unknown } | { error: string } | { share: number });
