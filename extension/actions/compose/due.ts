import { readDue } from '../../../shared/domain/task/said/read-due.ts';
import type { Remind } from '../../messages/compose.ts';
import type { Core } from '../core.ts';

/** A day in words: "next tuesday", 下周二; null where none was understood. */
export function dueSaid(core: Core, text: string): Remind | null {
  const { dueDay, dueAt, zone } = readDue(text, { now: core.now(), zone: core.zone() });
  return dueDay === null ? null : { dueDay, dueAt, zone };
}
