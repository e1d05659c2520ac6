import { boardOf } from '../actions/view/board.ts';
import type { Tables } from '../list/around.ts';
import { interning, recordOf } from '../list/record.ts';
import { newTable } from '../list/table.ts';
import type { Calls } from '../messages/calls.ts';
import { today } from './rows.ts';
import type { Scene } from './scene.ts';

/** The background's own work over the rows of the fixtures; of a query only its text. */
export function boardAnswer(
  { cast: { world, me } }: Scene,
  asked: Calls['board']['in'],
): Calls['board']['out'] {
  const tables: Tables = { contact: newTable(), company: newTable(), deal: newTable(), task: newTable() };
  const intern = interning();
  for (const row of world.contact) tables.contact.put(recordOf.contact(row, '', intern));
  for (const row of world.company) tables.company.put(recordOf.company(row, '', intern));
  for (const row of world.task) tables.task.put(recordOf.task(row, '', intern));
  for (const row of world.deal) if (row.deletedAt === null) tables.deal.put(recordOf.deal(row, '', intern));
  const wanted = asked.query?.text.trim().toLowerCase() ?? '';
  const mine = asked.query?.filters.some((group) => group.some(({ field }) => field === 'owner')) === true;
  return boardOf(asked, {
    pipelines: world.pipeline.filter(isThere),
    stages: world.stage.filter(isThere),
    members: world.member,
    ownFields: world.ownField,
    movedOn: new Map(),
    deals: tables.deal.rows.filter(
      (row) => row?.title.toLowerCase().includes(wanted) && (!mine || row.ownerId === me.id),
    ) as never,
    around: { tables, members: new Map(world.member.map((row) => [row.id, row])) },
    me: me.id,
    today,
  });
}

const isThere = ({ deletedAt }: { deletedAt: number | null }): boolean => deletedAt === null;

export const losingAnswer = ({ cast: { world } }: Scene, pipelineId: string): Calls['losing']['out'] => ({
  reasons: world.pipeline.find(({ id }) => id === pipelineId)?.lostReasons ?? [],
  competitors: ['Contoso', 'Globex'],
});
