import type { Change } from '../../../shared/domain/rows.ts';
import type { HistoryEntry } from '../../messages/state.ts';
import { known } from '../people.ts';
import { daysAgo, id } from '../rows.ts';
import { online, type Scene, scene, thread, toRenewal } from '../scene.ts';
import type { Cast } from '../world.ts';

function entries(cast: Cast): HistoryEntry[] {
  const entry = (
    field: string,
    from: Change['from'],
    to: Change['to'],
    more: Partial<HistoryEntry> & { at?: number; state?: Change['state'] } = {},
  ): HistoryEntry => {
    const { at = daysAgo(1, 11), state = 'done', ...rest } = more;
    return {
      change: { id: id(), noun: 'contact', rowId: cast.ada.id, field, from, to, at, by: cast.mia.id, state },
      by: 'Mia',
      byMe: false,
      label: field === 'own.tier' ? 'Tier' : null,
      kind: field === 'own.tier' ? 'choice' : null,
      from,
      to,
      restore: from === null && state === 'done' ? null : { value: state === 'proposed' ? to : from },
      ...rest,
    };
  };
  return [
    entry('title', 'Chief Technology Officer', 'CTO and member of the board', { state: 'proposed' }),
    entry('phone', '+49 711 555 0100', '+49 711 555 0142', { byMe: true, by: 'You' }),
    entry('lifeCycle', 'lead', 'customer', { at: daysAgo(20, 9) }),
    entry('address', null, 'Werkstraße 12\n70565 Stuttgart', { at: daysAgo(20, 9) }),
    entry('own.tier', 'Silver', 'Gold', { at: daysAgo(40, 9) }),
    entry('added', null, null, { at: daysAgo(60, 9), restore: null }),
  ];
}

/** Where an entry was: moved by Mia from somebody else and their deal, then by oneself onto a second deal. */
function moves({ mia, ada, renewal, pilot }: Cast): HistoryEntry[] {
  const moved = (
    field: string,
    at: number,
    [was, from]: [string | null, string | null],
    to: string | null,
    byMe: boolean,
  ) => ({
    change: {
      ...{ id: id(), noun: 'interaction' as const, rowId: 'i', field, from: was, to, at },
      ...{ by: mia.id, state: 'done' as const },
    },
    ...{ by: 'Mia', byMe, label: null, kind: null, from, to, restore: { value: was } },
  });
  return [
    moved('moreDealIds', daysAgo(1, 11), [null, null], 'Pilot in Lyon', true),
    moved('contactIds', daysAgo(6, 9), [ada.id, 'Grace Hoppermann-Vandersteen'], 'Ada Lindqvist', false),
    moved('dealId', daysAgo(6, 9), [pilot.id, 'Pilot in Lyon'], renewal.title, false),
  ];
}

/** Who changed what. */
export const historyStates: Record<string, () => Scene> = {
  history: () => {
    const made = scene((cast) => ({ screen: thread(toRenewal(cast)), people: [known(cast.ada)] }));
    return { ...made, history: entries(made.cast) };
  },
  moved: () => {
    const made = scene((cast) => ({ screen: thread(toRenewal(cast)), people: [known(cast.ada)] }));
    return { ...made, history: moves(made.cast) };
  },
  'history-offline': () =>
    scene((cast) => ({
      link: { ...online, me: cast.me.id, status: 'offline' },
      screen: thread(toRenewal(cast)),
      people: [known(cast.ada)],
    })),
};
