import { orderDeals, orderPipelines, orderStages } from '../../../shared/domain/deal/order.ts';
import { startOf } from '../../../shared/domain/deal/period.ts';
import { missingOf } from '../../../shared/domain/deal/require.ts';
import { shownStages } from '../../../shared/domain/deal/shown-stage.ts';
import { nextSteps } from '../../../shared/domain/deal/steps.ts';
import type { Day, Member, OwnField, OwnValues, Pipeline, Stage } from '../../../shared/domain/rows.ts';
import type { ListQuery } from '../../../shared/domain/view/query.ts';
import { usualQuery } from '../../../shared/domain/view/usual.ts';
import type { Id } from '../../../shared/kit/id.ts';
import { mayArrange } from '../../../shared/sync/rights.ts';
import type { Around } from '../../list/around.ts';
import { listedWith } from '../../list/lists.ts';
import type { CompanyRecord, ContactRecord, DealRecord } from '../../list/record.ts';
import type { BoardCard, BoardView } from '../../messages/board.ts';
import type { Calls } from '../../messages/calls.ts';
import type { Named } from '../../messages/state.ts';
import type { Mirror } from '../../mirror/mirror.ts';
import { entriesOf } from '../../outbox/entry.ts';
import { type Core, meOf } from '../core.ts';

/** A day more than any zone is away from the day that the page calls the quarter's first. */
const slackMs = 2 * 86_400_000;
const allDeals: ListQuery = usualQuery('deal');

/** Where this device sent the deals of stages that it removed, until the server says so itself. */
const movedOn = (mirror: Mirror): Promise<Map<Id, Id>> =>
  mirror.recall('removed stages', async (tx) => {
    const moved = new Map<Id, Id>();
    for (const { mutation, state } of await entriesOf(tx))
      if (mutation.verb === 'stage.remove' && mutation.input.moveTo && state !== 'parked')
        moved.set(mutation.input.id, mutation.input.moveTo);
    return moved;
  });

/** What cards say by way of other rows. */
type Seen = Pick<Around, 'tables' | 'members'>;
export type BoardParts = {
  pipelines: readonly Pipeline[];
  stages: readonly Stage[];
  members: readonly Member[];
  ownFields: readonly OwnField[];
  movedOn: ReadonlyMap<Id, Id>;
  /** The deals that the query lists, in its order. */
  deals: readonly DealRecord[];
  around: Seen;
  me: Id | null;
  today: Day;
};

/** One pipeline with its deals: the open ones, and those closed since the quarter began. */
export async function boardView(core: Core, asked: Calls['board']['in']): Promise<BoardView> {
  const { mirror, lists } = core;
  mirror.follow(listedWith.deal);
  const [pipelines, stages, members, ownFields, moved, { rows: deals, around }] = await Promise.all([
    mirror.all('pipeline'),
    mirror.all('stage'),
    mirror.all('member'),
    mirror.all('ownField'),
    movedOn(mirror),
    lists.rows({ ...(asked.query ?? allDeals), noun: 'deal' }),
  ]);
  const at = { me: meOf(core), today: core.today() };
  return boardOf(asked, { pipelines, stages, members, ownFields, movedOn: moved, deals, around, ...at });
}

/** Until somebody orders the deals, a board has its own order: the soonest expected first. */
const hasOrder = (query: ListQuery | null): boolean =>
  query !== null && JSON.stringify(query.sort) !== JSON.stringify(allDeals.sort);

export function boardOf(
  { pipelineId, query }: Calls['board']['in'],
  { members, ownFields, around, me, today, ...parts }: BoardParts,
): BoardView {
  const pipelines = orderPipelines(parts.pipelines);
  const stages = orderStages(parts.stages);
  const shownId = (pipelines.find(({ id }) => id === pipelineId) ?? pipelines[0])?.id ?? null;
  const stageOf = shownStages(pipelines, stages, parts.movedOn);
  const quarter = Date.parse(startOf('quarter', today)) - slackMs;
  const isHere = (deal: DealRecord): boolean =>
    stageOf(deal)?.pipelineId === shownId && (deal.state === 'open' || (deal.closedAt ?? 0) >= quarter);

  const here = stages.filter((stage) => stage.pipelineId === shownId);
  const deals = parts.deals.filter(isHere);
  const make = cardMaker(here, ownFields, around);
  let all = 0;
  const inStage: Record<Id, number> = {};
  for (const row of around.tables.deal.rows) {
    if (!row) continue;
    if (isHere(row)) all++;
    const id = stageOf(row)?.id ?? row.stageId;
    inStage[id] = (inStage[id] ?? 0) + 1;
  }
  return {
    pipelines,
    pipelineId: shownId,
    stages: here,
    cards: (hasOrder(query) ? deals : orderDeals(deals)).map((deal) =>
      make(deal, stageOf(deal)?.id ?? deal.stageId),
    ),
    hidden: all - deals.length,
    inStage,
    otherStages: pipelines.flatMap((pipeline) =>
      pipeline.id === shownId
        ? []
        : stages
            .filter((stage) => stage.pipelineId === pipeline.id)
            .map(({ id, name }) => ({ id, name, pipeline: pipeline.name })),
    ),
    members: members.filter(({ role }) => role !== 'former'),
    named: namedOn(deals, ownFields, around),
    ownFields: ownFields.filter(({ noun }) => noun === 'deal').sort((a, b) => a.position - b.position),
    mayArrange: mayArrange(members.find(({ id }) => id === me)?.role ?? 'read-only'),
  };
}

function cardMaker(stages: readonly Stage[], ownFields: readonly OwnField[], { tables }: Seen) {
  const next = nextSteps(tables.task.rows);
  const requires = stages.flatMap((stage) => stage.requires);
  const onCard = ownFields.filter(({ noun, places }) => noun === 'deal' && places.includes('card'));
  return (deal: DealRecord, stageId: Id): BoardCard => {
    const step = next.get(deal.id);
    return {
      id: deal.id,
      title: deal.title,
      stageId,
      state: deal.state,
      amountMinor: deal.amountMinor,
      currency: deal.currency,
      company: tables.company.get(deal.companyId ?? '')?.name ?? null,
      people: deal.contactIds.flatMap((id) => tables.contact.get(id)?.name ?? []),
      blocked: blockedOf([
        tables.company.get(deal.companyId ?? ''),
        ...deal.contactIds.map((id) => tables.contact.get(id)),
      ]),
      ownerId: deal.ownerId,
      expectedClose: deal.expectedClose,
      stageSince: deal.stageSince,
      closedAt: deal.closedAt,
      lostReason: deal.lostReason,
      next: step ? { title: step.title, dueDay: step.dueDay } : null,
      missing: requires.length > 0 ? missingOf(deal, requires, ownFields) : [],
      own: ownOf(deal.own, onCard),
    };
  };
}

function namedOn(deals: readonly DealRecord[], ownFields: readonly OwnField[], around: Seen): Named {
  const named: Named = {};
  for (const { key } of ownFields.filter(({ kind, places }) => kind === 'person' && places.includes('card')))
    for (const { own } of deals) {
      const id = own[key];
      if (typeof id !== 'string' || named[id]) continue;
      const member = around.members.get(id);
      const name = member?.name ?? around.tables.contact.get(id)?.name;
      if (name !== undefined) named[id] = { noun: member ? 'member' : 'contact', name };
    }
  return named;
}

const blockedOf = (
  parties: readonly (Pick<ContactRecord | CompanyRecord, 'role' | 'roleReason'> | undefined)[],
): BoardCard['blocked'] => {
  const blocked = parties.find((party) => party?.role === 'blocked');
  return blocked ? { reason: blocked.roleReason } : null;
};

const nothing: OwnValues = {};
const ownOf = (own: OwnValues, fields: readonly OwnField[]): OwnValues =>
  fields.length === 0 ? nothing : Object.fromEntries(fields.map(({ key }) => [key, own[key] ?? null]));
