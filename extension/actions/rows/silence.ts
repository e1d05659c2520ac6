import { enough, rhythmOf, type Touch } from '../../../shared/domain/rhythm/rhythm.ts';
import type { Interaction } from '../../../shared/domain/rows.ts';
import type { StakeFacts } from '../../../shared/domain/stake/order.ts';
import type { Id } from '../../../shared/kit/id.ts';
import { startingWith } from '../../mirror/store.ts';
import { type Core, meOf } from '../core.ts';
import { touchesOf } from '../rhythm/view.ts';
import type { RowFacts } from './facts.ts';

/** The latest entries with somebody, of which it is told what is usual. */
const mostEntries = 60;
/** Whom silence is looked at for: of everybody else no deal is waited for. */
const mostContacts = 150;
const dayMs = 86_400_000;
const hourMs = 3_600_000;

/** Of conversations about an open deal in which we wrote last: how long they have been silent, beside how they answer. */
export async function silences(
  core: Core,
  facts: readonly RowFacts[],
): Promise<Map<string, StakeFacts['silence']>> {
  const now = core.now();
  const me = meOf(core);
  const ids = [...new Set(facts.flatMap(({ deal, contacts }) => (deal && contacts[0]?.id) || []))];
  const wanted = ids.slice(0, mostContacts);
  const found = await core.mirror.recall(`exchanges of ${wanted.join(' ')}`, async (tx) => {
    const touches = new Map<Id, Touch[]>();
    await Promise.all(
      wanted.map(async (id) => {
        const range = { ...startingWith(`interaction/contact/${id}/`), reverse: true, limit: mostEntries };
        const entries = await tx.scanTags('row', range);
        const mails = entries.map(({ value }) => value as Interaction);
        touches.set(id, touchesOf(mails, null, me, now));
      }),
    );
    return touches;
  });
  const silent = new Map<string, StakeFacts['silence']>();
  for (const each of facts) {
    const touches = each.deal && each.contacts[0] ? found.get(each.contacts[0].id) : undefined;
    const silence = touches && silenceOf(each, touches, now, core.zone());
    if (silence) silent.set(each.row.id, silence);
  }
  return silent;
}

function silenceOf(
  { row, last }: RowFacts,
  logged: readonly Touch[],
  now: number,
  zone: string,
): StakeFacts['silence'] {
  const latest = Math.max(0, ...logged.map(({ at }) => at));
  // A mail that nobody logged counts all the same.
  const shown: Touch[] =
    row.at !== null && last !== null && row.at > latest + hourMs
      ? [{ id: row.id, at: row.at, direction: last === 'us' ? 'out' : 'in' }]
      : [];
  const rhythm = rhythmOf([...logged, ...shown], now, zone);
  if (rhythm.counted < enough || rhythm.last?.by !== 'us' || rhythm.theirs === null) return null;
  const days = Math.floor(rhythm.last.waited / dayMs);
  return { days, usual: Math.max(1, Math.round(rhythm.theirs / dayMs)) };
}
