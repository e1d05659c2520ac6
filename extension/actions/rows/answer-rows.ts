import type { RowSeen } from '../../gmail/surface.ts';
import type { RowChips } from '../../messages/rows.ts';
import type { Watch } from '../../mirror/mirror.ts';
import { type Core, meOf } from '../core.ts';
import { memberNames } from '../view/lookup.ts';
import { chipsOf } from './chips.ts';
import { rowFacts } from './facts.ts';

/** Rows worked at in one go: no turn of the worker takes longer than anybody notices. */
const atOnce = 50;
const turn = () => new Promise((resolve) => setTimeout(resolve));

/**
 * What is to stand on these rows, by the mirror alone.
 * @param watch notes what the answer was made of
 */
export async function answerRows(
  core: Core,
  account: string,
  rows: readonly RowSeen[],
  watch: Watch,
): Promise<RowChips[]> {
  const { settings, today, zone } = core;
  const found: RowChips[] = [];
  try {
    const names = new Map([...(await memberNames(watch.mirror))].map(([id, { name }]) => [id, name]));
    const said = {
      today: today(),
      zone: zone(),
      locale: settings.locale(),
      me: meOf(core),
      names,
      leftOut: settings.get().rowChipsLeftOut,
    };
    for (let from = 0; from < rows.length; from += atOnce) {
      if (from > 0) await turn();
      const facts = await rowFacts(core, account, rows.slice(from, from + atOnce), watch.mirror);
      found.push(...facts.flatMap((each) => chipsOf(each, said) ?? []));
    }
  } finally {
    watch.done();
  }
  return found;
}
