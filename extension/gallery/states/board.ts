import type { Deal, OwnField, Stage } from '../../../shared/domain/rows.ts';
import { daysAgo, deal, inDays, ownField, task } from '../rows.ts';
import { type Scene, scene } from '../scene.ts';
import type { Cast } from '../world.ts';
import { listAnswers } from './list.ts';

const colours = ['#80838d', '#3e63dd', '#6e56cf', '#29a383'];

/** A pipeline that has been worked for a while: old cards, several currencies, something to come of each, or nothing. */
function worked(cast: Cast): void {
  const { world, stages, me, mia } = cast;
  const [qualify, proposal, negotiation, contract] = stages as [Stage, Stage, Stage, Stage];
  world.pipeline = [
    {
      ...qualify,
      id: qualify.pipelineId,
      name: 'New business',
      position: 0,
      lostReasons: ['Price', 'Timing', 'No budget', 'Went with a competitor'],
    },
  ];
  stages.forEach((stage, i) => {
    Object.assign(stage, { colour: colours[i], staleDays: [14, 21, 21, 30][i] });
  });
  Object.assign(contract, { requires: ['amountMinor', 'expectedClose', 'own.plan'] });
  Object.assign(me, { role: 'admin' });
  const plan: OwnField = {
    ...ownField('plan', 'Plan', 'choice', ['Team', 'Business']),
    noun: 'deal',
    places: ['card'],
  };
  world.ownField.push(plan);
  const more = (title: string, stage: Stage, of: Partial<Deal>) => {
    world.deal.push(deal(title, stage, of));
  };
  for (const [i, row] of world.deal.entries())
    Object.assign(row, { ownerId: i % 2 ? mia.id : me.id, own: i % 2 ? {} : { plan: 'Team' } });
  more('Warehouse lighting, phase two', qualify, {
    amountMinor: 1_990_000,
    currency: 'EUR',
    stageSince: daysAgo(40),
    contactIds: [cast.eve.id],
    companyId: cast.acme.id,
    ownerId: me.id,
  });
  more('Service contract for 12 sites', qualify, {
    stageSince: daysAgo(2),
    ownerId: mia.id,
  });
  more('Pilot with 3 seats', proposal, {
    amountMinor: 90_000,
    currency: 'USD',
    stageSince: daysAgo(30),
    ownerId: me.id,
    own: { plan: 'Business' },
  });
  more('Spare parts frame', negotiation, {
    amountMinor: 4_450_000,
    currency: 'EUR',
    stageSince: daysAgo(11),
    companyId: cast.acme.id,
    ownerId: me.id,
  });
  const won = { state: 'won', closedAt: daysAgo(0), amountMinor: 7_700_000, currency: 'EUR' } as const;
  more('First line Stuttgart', contract, { ...won, companyId: cast.acme.id });
  Object.assign(cast.eve, { role: 'blocked', roleReason: 'Owes us two invoices' });
  const lost = { state: 'lost', closedAt: daysAgo(0), lostReason: 'Price', competitor: 'Contoso' } as const;
  more('Retrofit Linz', proposal, { ...lost, amountMinor: 640_000, currency: 'EUR' });
  world.task.push(
    task('Call back about the phases', inDays(-3), { dealId: world.deal.at(-6)?.id ?? null }),
    task('Send the frame contract', inDays(1), { dealId: world.deal.at(-3)?.id ?? null }),
  );
}

const board =
  (change: (cast: Cast) => void = () => undefined, more: Partial<Scene> = {}) =>
  () => {
    const made = scene(() => ({}), { page: '/board', ...more });
    worked(made.cast);
    change(made.cast);
    made.answers = listAnswers(made.cast);
    return made;
  };

export const boardStates: Record<string, () => Scene> = {
  'app-board': board(),
  'app-board-empty': board(({ world }) => {
    world.deal = [];
  }),
  'app-board-member': board(({ me }) => Object.assign(me, { role: 'member' })),
  'app-board-offline': () => {
    const made = board()();
    made.state.link = { ...made.state.link, status: 'offline', waiting: 2 };
    return made;
  },
};
