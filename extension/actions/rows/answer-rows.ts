import type { RowSeen } from '../../gmail/surface.ts';
import type { RowChips } from '../../messages/rows.ts';
import type { Look } from '../../mirror/looking.ts';
import { type Core, meOf } from '../core.ts';
import { memberNames } from '../view/lookup.ts';
import { chipsOf } from './chips.ts';
import { rowFacts } from './facts.ts';
import { posing } from './lead.ts';
import { newTurns } from './turns.ts';

/**
 * What is to stand on these rows, by the mirror alone.
 * @param look notes what the answer was made of
 */
export async function answerRows(
  core: Core,
  account: string,
  rows: readonly RowSeen[],
  look: Look,
): Promise<RowChips[]> {
  const { settings, today, zone } = core;
  try {
    const names = new Map([...(await memberNames(look.mirror))].map(([id, { name }]) => [id, name]));
    const said = {
      today: today(),
      zone: zone(),
      locale: settings.locale(),
      me: meOf(core),
      names,
      leftOut: settings.get().rowChipsLeftOut,
    };
    const facts = await rowFacts(core, account, rows, look.mirror);
    const posers = await posing(
      core,
      facts.flatMap(({ lead }) => lead ?? []),
    );
    const { pause } = newTurns();
    const found: RowChips[] = [];
    for (const each of facts) {
      await pause();
      const lead = each.lead && !posers.has(each.lead.email) ? each.lead : null;
      const chips = chipsOf({ ...each, lead }, said);
      if (chips) found.push(chips);
    }
    return found;
  } finally {
    look.done();
  }
}
