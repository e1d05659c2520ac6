import type { MailPerson, RowSeen } from '../../gmail/surface.ts';
import type { RowChips } from '../../messages/rows.ts';
import type { Look } from '../../mirror/looking.ts';
import { type Core, meOf } from '../core.ts';
import { memberNames } from '../view/lookup.ts';
import { chipsOf } from './chips.ts';
import { rowFacts } from './facts.ts';
import { judgeLeads } from './lead.ts';

/** Rows worked at in one go: no turn of the worker takes longer than anybody notices. */
const atOnce = 50;
/** Of them whom a name has to be looked up for: the others are looked at afterwards, and the rows asked for again. */
const patienceMs = 10;
const turn = () => new Promise((resolve) => setTimeout(resolve));

/**
 * What is to stand on these rows, by the mirror alone.
 * @param look notes what the answer was made of
 */
export async function answerRows(
  core: Core,
  account: string,
  rows: readonly RowSeen[],
  look: Look,
): Promise<{ chips: RowChips[]; unjudged: MailPerson[] }> {
  const { settings, today, zone } = core;
  const found: RowChips[] = [];
  const unjudged: MailPerson[] = [];
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
    let patience = patienceMs;
    for (let from = 0; from < rows.length; from += atOnce) {
      if (from > 0) await turn();
      const facts = await rowFacts(core, account, rows.slice(from, from + atOnce), look.mirror);
      const leads = facts.flatMap(({ lead }) => lead ?? []);
      const { posers, left } = await judgeLeads(core, leads, patience);
      if (left.length > 0) patience = 0;
      unjudged.push(...left);
      const isLead = (lead: MailPerson) => !posers.has(lead.email) && !left.includes(lead);
      for (const each of facts) {
        const lead = each.lead && isLead(each.lead) ? each.lead : null;
        const chips = chipsOf({ ...each, lead }, said);
        if (chips) found.push(chips);
      }
    }
  } finally {
    look.done();
  }
  return { chips: found, unjudged };
}
