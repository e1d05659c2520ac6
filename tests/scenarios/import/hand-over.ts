import type { ImportState } from '../../../extension/messages/import.ts';
import { type ImportRules, type Planned, usualRules } from '../../../shared/domain/import/planned.ts';
import type { Id } from '../../../shared/kit/id.ts';
import type { Waking } from '../profile.ts';

/** Hands a file's rows over as the page does. */
export async function stage(waking: Waking, rows: Planned[], file = 'people.csv'): Promise<Id> {
  const id = waking.desk.newId();
  for (let from = 0; from < rows.length; from += 500)
    await waking.call('importStage', {
      id,
      file,
      total: rows.length,
      from,
      rows: rows.slice(from, from + 500),
    });
  return id;
}

/** Until nothing more is turned into changes and the server has answered all of it. */
export async function ended(waking: Waking, ms = 20_000): Promise<ImportState> {
  const until = Date.now() + ms;
  for (;;) {
    const state = await waking.call('importState', {});
    if (state && state.phase !== 'running' && state.arrived === state.taken) return state;
    if (Date.now() > until) throw new Error(`The import has not ended: ${JSON.stringify(state)}`);
    await (await waking.core()).sync.now();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

export async function importRows(
  waking: Waking,
  rows: Planned[],
  rules: ImportRules = usualRules,
  file = 'people.csv',
): Promise<ImportState> {
  const id = await stage(waking, rows, file);
  await waking.call('importRun', { id, rules });
  return ended(waking);
}
