import { lastContact } from '../../../shared/domain/interaction/timeline.ts';
import type { Company, Contact } from '../../../shared/domain/rows.ts';
import type { Id } from '../../../shared/kit/id.ts';
import type { MergeLine, MergeSide, MergingView } from '../../messages/merge.ts';
import { followed, groupOf } from '../../mirror/aliases.ts';
import { startingWith } from '../../mirror/store.ts';
import { type Core, meOf } from '../core.ts';
import { dealsOf, memberNames, namedIn } from './lookup.ts';
import { tasksOf } from './person.ts';

type Party = 'contact' | 'company';

/** More entries than these are not counted one by one. */
const counted = 100;

async function sideOf<R extends Contact | Company>(core: Core, noun: Party, row: R): Promise<MergeSide<R>> {
  const { mirror } = core;
  const group = await groupOf(mirror, noun, row.id);
  const [entries, deals, tasks, members] = await Promise.all([
    Promise.all(
      group.map((id) =>
        mirror.tagged('interaction', {
          ...startingWith(`interaction/${noun}/${id}/`),
          ...{ reverse: true, limit: counted },
        }),
      ),
    ),
    dealsOf(mirror, noun === 'contact' ? group : [], noun === 'company' ? group : []),
    tasksOf(
      core,
      group.map((id) => `task/${noun}/${id}/`),
    ),
    memberNames(mirror),
  ]);
  const companyId = 'companyId' in row ? row.companyId : null;
  const found = entries.flat();
  return {
    row,
    company: companyId ? ((await followed(mirror, 'company', companyId))?.name ?? null) : null,
    owner: members.get(row.ownerId ?? '')?.name ?? null,
    entries: Math.min(counted, found.length),
    deals: deals.length,
    tasks: tasks.length,
    lastContactAt: lastContact(found.sort((a, b) => b.occurredAt - a.occurredAt)),
  };
}

/** Two side by side; null where there are no longer two. */
export async function mergingView(core: Core, noun: Party, a: Id, b: Id): Promise<MergingView | null> {
  const { mirror } = core;
  const [one, other] = await Promise.all([followed(mirror, noun, a), followed(mirror, noun, b)]);
  if (!one || !other || one.id === other.id) return null;
  const ownFields = (await mirror.all('ownField')).filter((field) => field.noun === noun);
  const privateTo = (row: Contact | Company) => ('privateTo' in row ? row.privateTo : null);
  return {
    noun,
    a: await sideOf(core, noun, one),
    b: await sideOf(core, noun, other),
    ownFields: ownFields.sort((x, y) => x.position - y.position),
    named: await namedIn(mirror, ownFields, [one.own, other.own]),
    mixed: privateTo(one) !== privateTo(other),
  } as MergingView;
}

/** Who turned out to be somebody, also by way of another. */
export async function mergesView(core: Core, noun: Party, id: Id): Promise<MergeLine[]> {
  const { mirror } = core;
  const group = await groupOf(mirror, noun, id);
  const [merges, members] = await Promise.all([
    Promise.all(group.map((each) => mirror.tagged('merge', startingWith(`merge/of/${each}/`)))),
    memberNames(mirror),
  ]);
  const me = meOf(core);
  const found = new Map(merges.flat().map((merge) => [merge.id, merge]));
  return (
    [...found.values()]
      // The gone one's name may have been removed since.
      .filter(({ splitAt, keptId, goneId }) => splitAt === null && goneId !== id && group.includes(keptId))
      .sort((x, y) => y.createdAt - x.createdAt)
      .map(({ id: merge, goneName, createdAt, createdBy }) => ({
        ...{ id: merge, name: goneName, at: createdAt },
        ...{ by: members.get(createdBy ?? '')?.name ?? '', byMe: createdBy === me },
      }))
  );
}
