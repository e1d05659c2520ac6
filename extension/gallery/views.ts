import { dealsOfEntry } from '../../shared/domain/interaction/entry-deals.ts';
import { matchesFilter } from '../../shared/domain/interaction/match.ts';
import { lastContact } from '../../shared/domain/interaction/timeline.ts';
import type { Interaction, Task } from '../../shared/domain/rows.ts';
import { orderTasks } from '../../shared/domain/task/due.ts';
import { todayTasks } from '../../shared/domain/task/today.ts';
import { mayArrange } from '../../shared/sync/rights.ts';
import { accessOf } from '../actions/view/lookup.ts';
import type { Calls } from '../messages/calls.ts';
import type { PaletteView } from '../messages/palette.ts';
import type {
  CompanyView,
  DealView,
  Found,
  Happenings,
  Named,
  OwnFieldsView,
  PersonView,
  Related,
  TimelineEntry,
  TimelineView,
  TodayView,
} from '../messages/state.ts';
import type { MentionLine, TaskLine, TasksView } from '../messages/task.ts';
import { today } from './rows.ts';
import type { Scene } from './scene.ts';
import type { World } from './world.ts';

/** The background's answers, from fixtures. */
export function personView(scene: Scene, contactId: string): PersonView | null {
  const { world } = scene.cast;
  const contact = world.contact.find((row) => row.id === contactId);
  if (!contact) return null;
  const timeline = timelineOf(scene, (row) => row.contactIds.includes(contactId));
  const deals = world.deal.filter((row) => row.contactIds.includes(contactId));
  const isOf = (dealId: string | null) => deals.some((deal) => deal.id === dealId);
  return {
    contact,
    company: world.company.find((row) => row.id === contact.companyId) ?? null,
    owner: world.member.find((row) => row.id === contact.ownerId) ?? null,
    members: world.member,
    deals,
    stages: world.stage,
    tasks: world.task.filter(
      (row) => row.doneAt === null && (row.contactId === contactId || isOf(row.dealId)),
    ),
    ownFields: world.ownField,
    timeline,
    older: timeline.length > 5,
    lastContactAt: lastOf(timeline),
    relations: relationsOf(world, contactId),
    named: namedOf(world),
  };
}

const lastOf = (timeline: TimelineEntry[]): number | null =>
  lastContact(timeline.map(({ interaction }) => interaction));

const namedOf = ({ contact, member }: World): Named => ({
  ...Object.fromEntries(contact.map(({ id, name }) => [id, { noun: 'contact' as const, name }])),
  ...Object.fromEntries(member.map(({ id, name }) => [id, { noun: 'member' as const, name }])),
});

function relationsOf(world: World, id: string): Related[] {
  const ends = [
    ...world.contact.map((row) => ({ ...row, noun: 'contact' as const, detail: row.title })),
    ...world.company.map((row) => ({ ...row, noun: 'company' as const, detail: row.domains[0] ?? null })),
    ...world.deal.map((row) => ({
      ...{ id: row.id, noun: 'deal' as const, name: row.title, detail: null, role: null },
    })),
  ];
  return world.relation.flatMap((relation) => {
    if (relation.deletedAt !== null || (relation.fromId !== id && relation.toId !== id)) return [];
    const outward = relation.fromId === id;
    const end = ends.find((row) => row.id === (outward ? relation.toId : relation.fromId));
    if (!end) return [];
    const { noun, name, detail, role } = end;
    return [{ relation, outward, noun, id: end.id, name, detail, role }];
  });
}

export function companyView(scene: Scene, companyId: string): CompanyView | null {
  const { world } = scene.cast;
  const company = world.company.find((row) => row.id === companyId);
  if (!company) return null;
  const contacts = world.contact.filter((row) => row.companyId === companyId);
  const deals = world.deal.filter((row) => row.companyId === companyId);
  const isOf = (rows: { id: string }[], id: string | null) => rows.some((row) => row.id === id);
  const timeline = timelineOf(
    scene,
    (row) => row.companyId === companyId || row.contactIds.some((id) => isOf(contacts, id)),
  );
  return {
    company,
    owner: world.member.find((row) => row.id === company.ownerId) ?? null,
    members: world.member,
    contacts,
    deals,
    stages: world.stage,
    tasks: world.task.filter(
      (row) =>
        row.doneAt === null &&
        (row.companyId === companyId || isOf(contacts, row.contactId) || isOf(deals, row.dealId)),
    ),
    ownFields: world.ownField,
    timeline,
    older: timeline.length > 5,
    lastContactAt: lastOf(timeline),
    relations: relationsOf(world, companyId),
    named: namedOf(world),
  };
}

export function dealView(scene: Scene, dealId: string): DealView | null {
  const { world } = scene.cast;
  const deal = world.deal.find((row) => row.id === dealId);
  if (!deal) return null;
  const timeline = timelineOf(scene, (row) => row.dealId === dealId);
  return {
    deal,
    contacts: world.contact.filter((row) => deal.contactIds.includes(row.id)),
    company: world.company.find((row) => row.id === deal.companyId) ?? null,
    owner: world.member.find((row) => row.id === deal.ownerId) ?? null,
    members: world.member,
    stages: world.stage,
    tasks: world.task.filter((row) => row.doneAt === null && row.dealId === dealId),
    ownFields: world.ownField,
    timeline,
    older: false,
    lastContactAt: lastOf(timeline),
    relations: relationsOf(world, dealId),
    named: namedOf(world),
  };
}

export function timelineView(scene: Scene, { noun, id, filter }: Calls['timeline']['in']): TimelineView {
  const entries =
    noun === 'contact'
      ? personView(scene, id)?.timeline
      : noun === 'company'
        ? companyView(scene, id)?.timeline
        : dealView(scene, id)?.timeline;
  const matches = matchesFilter(filter);
  return {
    entries: (entries ?? []).filter(({ interaction }) => matches(interaction)),
    older: false,
    unreached: scene.state.link.status === 'offline',
  };
}

export const ownFieldsView = ({ cast: { world, me } }: Scene): OwnFieldsView => ({
  fields: world.ownField.filter(({ deletedAt }) => deletedAt === null),
  mayChange: mayArrange(me.role),
});

export const happeningsView = (scene: Scene): Happenings => ({
  events: scene.happenings ?? [],
  more: false,
  unreached: scene.state.link.status === 'offline',
});

export function todayView(scene: Scene): TodayView {
  const { world } = scene.cast;
  const recent = world.contact.flatMap((contact) => {
    const [latest] = timelineOf(scene, (row) => row.contactIds.includes(contact.id));
    const company = world.company.find((row) => row.id === contact.companyId)?.name ?? null;
    return latest ? [{ contact, company, at: latest.interaction.occurredAt }] : [];
  });
  return {
    ...todayTasks(world.task, today, new Intl.DateTimeFormat().resolvedOptions().timeZone),
    about: Object.fromEntries(tasksView(scene).open.map(({ task, about }) => [task.id, about] as const)),
    recent: recent.sort((a, b) => b.at - a.at),
    asked: timelineOf(scene, (row) => row.askedBy.length > 0),
    mentions: mentionsOf(scene),
    known: world.contact.length,
    fresh: world.import.length > 0,
  };
}

/** Entries in which whoever looks is mentioned, with whom they are about. */
export const mentionsOf = (scene: Scene): MentionLine[] =>
  timelineOf(scene, (row) => row.mentions.includes(scene.cast.me.id)).map((entry) => ({
    entry,
    about: scene.cast.world.contact
      .filter(({ id }) => entry.interaction.contactIds.includes(id))
      .map(({ id, name }) => ({ noun: 'contact', id, title: name })),
  }));

export function tasksView(scene: Scene): TasksView {
  const { world } = scene.cast;
  const lineOf = (task: Task): TaskLine => ({
    task,
    owner: world.member.find(({ id }) => id === task.ownerId)?.name ?? null,
    about: [
      ...world.contact
        .filter(({ id }) => id === task.contactId)
        .map(({ id, name }) => ({ noun: 'contact' as const, id, title: name })),
      ...world.deal
        .filter(({ id }) => id === task.dealId)
        .map(({ id, title }) => ({ noun: 'deal' as const, id, title })),
    ],
  });
  const there = orderTasks(world.task.filter(({ deletedAt }) => deletedAt === null));
  return {
    open: there.filter(({ doneAt }) => doneAt === null).map(lineOf),
    done: there.filter(({ doneAt }) => doneAt !== null).map(lineOf),
    more: false,
    mentions: mentionsOf(scene),
  };
}

export function searchView(world: World, text: string): Found[] {
  const wanted = text.toLowerCase();
  const hit = (name: string) => name.toLowerCase().includes(wanted);
  const found = (noun: Found['noun'], id: string, title: string, detail: string | null): Found[] =>
    hit(title) ? [{ noun, id, title, detail }] : [];
  return [
    ...world.contact.flatMap((row) => found('contact', row.id, row.name, row.title)),
    ...world.company.flatMap((row) => found('company', row.id, row.name, row.domains[0] ?? null)),
    ...world.deal.flatMap((row) => found('deal', row.id, row.title, null)),
  ];
}

/** With nothing typed, whom one would have used last. */
export function paletteView(world: World, text: string): PaletteView {
  const rows = text ? searchView(world, text) : searchView(world, '').slice(1, 4);
  const meant = ({ name }: { name: string }) =>
    text !== '' && name.toLowerCase().includes(text.toLowerCase());
  return {
    rows: rows.slice(0, 12).map((row) => ({ ...row, used: 0 })),
    templates: world.template.filter(meant).map(({ id, name, subject }) => ({ id, name, subject, used: 0 })),
    commands: {},
  };
}

function timelineOf({ cast, state, asked }: Scene, of: (row: Interaction) => boolean): TimelineEntry[] {
  const { world, me } = cast;
  return world.interaction
    .filter((row) => row.deletedAt === null && of(row))
    .sort((a, b) => b.occurredAt - a.occurredAt)
    .map((row) => ({
      interaction: row,
      by: world.member.find((member) => member.id === row.loggedBy)?.name ?? '?',
      byMe: row.loggedBy === me.id,
      deals: dealsOfEntry(row).flatMap((id) => world.deal.find((deal) => deal.id === id)?.title ?? []),
      waiting: state.link.status === 'offline' && row.occurredAt > Date.now() - 60_000,
      access: accessOf(
        row,
        me.id,
        (id) => world.member.find((member) => member.id === id)?.name ?? '?',
        asked ?? new Set(),
      ),
    }));
}
