import { lastContact } from '../../shared/domain/interaction/timeline.ts';
import type { Company, Contact } from '../../shared/domain/rows.ts';
import type { Calls } from '../messages/calls.ts';
import type { MergeLine, MergeSide, MergingView } from '../messages/merge.ts';
import type { World } from './world.ts';

const sideOf = <R extends Contact | Company>(world: World, row: R): MergeSide<R> => {
  const entries = world.interaction.filter(
    ({ contactIds, companyId }) => contactIds.includes(row.id) || companyId === row.id,
  );
  const companyId = 'companyId' in row ? row.companyId : null;
  return {
    row,
    company: world.company.find(({ id }) => id === companyId)?.name ?? null,
    owner: world.member.find(({ id }) => id === row.ownerId)?.name ?? null,
    entries: entries.length,
    deals: world.deal.filter(({ contactIds, companyId: of }) => contactIds.includes(row.id) || of === row.id)
      .length,
    tasks: world.task.filter(({ contactId, companyId: of }) => contactId === row.id || of === row.id).length,
    lastContactAt: lastContact(entries),
  };
};

/** Two of the fixtures side by side. */
export function mergingAnswer(world: World, { noun, a, b }: Calls['merging']['in']): MergingView | null {
  const rows: (Contact | Company)[] = noun === 'contact' ? world.contact : world.company;
  const [one, other] = [a, b].map((id) => rows.find((row) => row.id === id && row.mergedInto === null));
  if (!one || !other) return null;
  const privateTo = (row: Contact | Company) => ('privateTo' in row ? row.privateTo : null);
  return {
    noun,
    a: sideOf(world, one),
    b: sideOf(world, other),
    ownFields: world.ownField.filter((field) => field.noun === noun),
    named: {},
    mixed: privateTo(one) !== privateTo(other),
  } as MergingView;
}

export const mergesAnswer = (world: World, { id }: Calls['merges']['in']): MergeLine[] =>
  world.merge
    .filter(({ keptId, splitAt }) => keptId === id && splitAt === null)
    .map(({ id: merge, goneName, createdAt, createdBy }) => ({
      ...{ id: merge, name: goneName, at: createdAt, byMe: createdBy === world.member[0]?.id },
      by: world.member.find(({ id: one }) => one === createdBy)?.name ?? '',
    }));
