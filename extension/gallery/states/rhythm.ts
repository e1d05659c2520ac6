import { rhythmOf, type Touch } from '../../../shared/domain/rhythm/rhythm.ts';
import type { RhythmView } from '../../messages/rhythm.ts';
import { known } from '../people.ts';
import { now } from '../rows.ts';
import { logged, message, type Scene, scene, thread, toRenewal } from '../scene.ts';

const day = 86_400_000;

/** So many conversations of a question and its answer, a while apart; the last mail is ours or theirs. */
function touches(conversations: number, silentDays: number, last: Touch['direction']): Touch[] {
  const all: Touch[] = [];
  for (let i = 0; i < conversations; i++) {
    const at = now - (silentDays + 3 + i * 11 + (i % 3)) * day;
    all.push({ id: `a${i}`, at, direction: 'out' });
    all.push({ id: `b${i}`, at: at + (30 + (i % 4) * 9) * 3_600_000, direction: 'in' });
    if (i % 2 === 0) all.push({ id: `c${i}`, at: at + (34 + (i % 4) * 9) * 3_600_000, direction: 'out' });
  }
  return [...all, { id: 'last', at: now - silentDays * day, direction: last }];
}
const view = (all: Touch[], more: Partial<RhythmView> = {}): RhythmView => ({
  rhythm: rhythmOf(all, now, 'UTC'),
  deal: {
    ...{ id: 'd', title: 'ACME renewal', amountMinor: 2_400_000, currency: 'EUR', stage: 'Negotiation' },
    ...{ since: now - 12 * day, won: { deals: 7, medianMs: 7.4 * day } },
  },
  asOf: now - 600_000,
  ...more,
});
const rhythmScene = (rhythm: RhythmView) => (): Scene => ({
  ...scene((cast) => ({
    screen: thread(toRenewal(cast), [message(logged())]),
    people: [known(cast.ada)],
  })),
  answers: { rhythm: () => rhythm },
});

/** How two write to each other. */
export const rhythmStates: Record<string, () => Scene> = {
  'rhythm-silent': rhythmScene(view(touches(16, 9, 'out'))),
  'rhythm-owed': rhythmScene(view(touches(12, 4, 'in'), { deal: null })),
  'rhythm-calm': rhythmScene(view(touches(20, 0, 'out'), { asOf: null })),
  'rhythm-little': rhythmScene(view(touches(2, 2, 'in'))),
};
