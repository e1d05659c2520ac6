import { horizonSince } from '../../../shared/domain/interaction/horizon.ts';
import { rhythmOf, type Touch } from '../../../shared/domain/rhythm/rhythm.ts';
import type { Deal, Interaction } from '../../../shared/domain/rows.ts';
import { CodedError } from '../../../shared/kit/error.ts';
import type { Id } from '../../../shared/kit/id.ts';
import type { Calls } from '../../messages/calls.ts';
import type { DealPace } from '../../messages/rhythm.ts';
import { type Core, meOf } from '../core.ts';
import { dealsOf } from '../view/lookup.ts';
import { pastOf } from '../view/older.ts';
import { type KeptYear, keepPaces, keepYear, pacesIn, yearOf } from './kept.ts';

type Home = Calls['rhythm']['in'];

/** Entries of the mirror that are looked at: its horizon holds fewer of nearly everybody. */
const mostHere = 500;
/** For so long what the server said of a year is not asked for again. */
const freshMs = 3_600_000;
const pacesFreshMs = 24 * freshMs;
/** What is being asked; it answers into the mirror, which tells whoever looks. */
const asking = new Set<string>();

/** How one writes with somebody: what the server told of the year, and what the mirror has. Nothing waits for the server. */
export async function rhythmView(core: Core, home: Home): Promise<Calls['rhythm']['out']> {
  const { mirror } = core;
  if (!(await mirror.get(home.noun, home.id))) return null;
  const [{ found }, year, paces] = await Promise.all([
    pastOf(core, home, { wanted: mostHere, ask: false }),
    yearOf(mirror, home.id),
    pacesIn(mirror),
  ]);
  const now = core.now();
  refresh(core, home, year, paces);
  const rhythm = rhythmOf(touchesOf(found, year, meOf(core), now), now, core.zone());
  const deal = await largestOpen(core, home);
  if (rhythm.counted === 0 && !deal) return null;
  return { rhythm, deal, asOf: year?.at ?? null };
}

/** Of what the server told, that which the mirror would hold and does not is gone since. */
export function touchesOf(
  found: readonly Interaction[],
  year: KeptYear | null,
  me: Id | null,
  now: number,
): Touch[] {
  const here = found.flatMap(({ id, kind, direction, occurredAt, privateTo, sharedWith }): Touch[] => {
    const isMail = (kind === 'email' || kind === 'message') && direction !== null;
    // What somebody keeps to themselves counts for those who may read it.
    const reads = privateTo === null || privateTo === me || (me !== null && sharedWith.includes(me));
    return isMail && reads ? [{ id, at: occurredAt, direction }] : [];
  });
  const ids = new Set(found.map(({ id }) => id));
  const since = horizonSince(now);
  const told = (year?.touches ?? []).flatMap(([id, at, received]): Touch[] =>
    ids.has(id) || at >= since ? [] : [{ id, at, direction: received ? 'in' : 'out' }],
  );
  return [...told, ...here];
}

/** The open one of the highest amount; of several currencies the latest. */
async function largestOpen(core: Core, { noun, id }: Home): Promise<DealPace | null> {
  const { mirror } = core;
  const deals: Deal[] =
    noun === 'deal'
      ? [await mirror.get('deal', id)].filter((deal) => deal !== undefined)
      : await dealsOf(mirror, noun === 'contact' ? [id] : [], noun === 'company' ? [id] : []);
  const open = deals.filter(({ state }) => state === 'open');
  const currencies = new Set(open.map(({ currency }) => currency));
  const [deal] = open.toSorted((a, b) =>
    currencies.size > 1 ? b.updatedAt - a.updatedAt : (b.amountMinor ?? 0) - (a.amountMinor ?? 0),
  );
  if (!deal) return null;
  const [stage, paces] = await Promise.all([mirror.get('stage', deal.stageId), pacesIn(mirror)]);
  const pace = paces?.paces.find(({ stageId }) => stageId === deal.stageId);
  const { title, amountMinor, currency, stageSince: since } = deal;
  return {
    ...{ id: deal.id, title, amountMinor, currency, since },
    stage: stage?.name ?? '',
    won: pace ? { deals: pace.won, medianMs: pace.medianMs } : null,
  };
}

function refresh(core: Core, { noun, id }: Home, year: KeptYear | null, paces: { at: number } | null): void {
  const now = core.now();
  const { mirror, sync, server } = core;
  if (!year || Math.abs(now - year.at) > freshMs)
    void once(`${core.place} ${id}`, async () => {
      const { touches } = await sync.ask((device) => server.touches(device, { noun, id }));
      await keepYear(mirror, id, { at: now, touches });
    });
  if (!paces || Math.abs(now - paces.at) > pacesFreshMs)
    void once(`${core.place} stages`, async () => {
      await keepPaces(mirror, { at: now, paces: await sync.ask((device) => server.stagePaces(device)) });
    });
}

/** What was asked in vain is not asked again at once: a card is drawn anew with every change. */
const restMs = 60_000;

async function once(key: string, work: () => Promise<void>): Promise<void> {
  if (asking.has(key)) return;
  asking.add(key);
  try {
    await work();
    asking.delete(key);
  } catch (cause) {
    // Offline, or a server of an earlier release: what is known here is shown.
    if (!(cause instanceof CodedError)) throw cause;
    setTimeout(() => asking.delete(key), restMs);
  }
}
