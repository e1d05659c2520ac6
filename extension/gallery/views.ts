import type { Interaction } from '../../shared/domain/rows.ts';
import { splitByDue } from '../../shared/domain/task/due.ts';
import { accessOf } from '../actions/view/lookup.ts';
import type {
  CompanyView,
  DealView,
  Found,
  PersonView,
  TimelineEntry,
  TodayView,
} from '../messages/state.ts';
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
    unreached: false,
    lastContactAt:
      timeline.find((entry) => entry.interaction.kind !== 'note')?.interaction.occurredAt ?? null,
  };
}

export function companyView(scene: Scene, companyId: string): CompanyView | null {
  const { world } = scene.cast;
  const company = world.company.find((row) => row.id === companyId);
  if (!company) return null;
  const contacts = world.contact.filter((row) => row.companyId === companyId);
  const deals = world.deal.filter((row) => row.companyId === companyId);
  const isOf = (rows: { id: string }[], id: string | null) => rows.some((row) => row.id === id);
  return {
    company,
    contacts,
    deals,
    stages: world.stage,
    tasks: world.task.filter(
      (row) =>
        row.doneAt === null &&
        (row.companyId === companyId || isOf(contacts, row.contactId) || isOf(deals, row.dealId)),
    ),
    timeline: timelineOf(scene, (row) => row.contactIds.some((id) => isOf(contacts, id))),
  };
}

export function dealView(scene: Scene, dealId: string): DealView | null {
  const { world } = scene.cast;
  const deal = world.deal.find((row) => row.id === dealId);
  if (!deal) return null;
  return {
    deal,
    contacts: world.contact.filter((row) => deal.contactIds.includes(row.id)),
    company: world.company.find((row) => row.id === deal.companyId) ?? null,
    owner: null,
    stages: world.stage,
    tasks: world.task.filter((row) => row.doneAt === null && row.dealId === dealId),
    ownFields: world.ownField,
    timeline: timelineOf(scene, (row) => row.dealId === dealId),
  };
}

export function todayView(scene: Scene): TodayView {
  const { world } = scene.cast;
  const recent = world.contact.flatMap((contact) => {
    const [latest] = timelineOf(scene, (row) => row.contactIds.includes(contact.id));
    const company = world.company.find((row) => row.id === contact.companyId)?.name ?? null;
    return latest ? [{ contact, company, at: latest.interaction.occurredAt }] : [];
  });
  return {
    ...splitByDue(world.task, today, new Intl.DateTimeFormat().resolvedOptions().timeZone),
    recent: recent.sort((a, b) => b.at - a.at),
    asked: timelineOf(scene, (row) => row.askedBy.length > 0),
    known: world.contact.length,
    fresh: world.import.length > 0,
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

function timelineOf({ cast, state, asked }: Scene, of: (row: Interaction) => boolean): TimelineEntry[] {
  const { world, me } = cast;
  return world.interaction
    .filter((row) => row.deletedAt === null && of(row))
    .sort((a, b) => b.occurredAt - a.occurredAt)
    .map((row) => ({
      interaction: row,
      by: world.member.find((member) => member.id === row.loggedBy)?.name ?? '?',
      byMe: row.loggedBy === me.id,
      deal: world.deal.find((deal) => deal.id === row.dealId)?.title ?? null,
      waiting: state.link.status === 'offline' && row.occurredAt > Date.now() - 60_000,
      access: accessOf(
        row,
        me.id,
        (id) => world.member.find((member) => member.id === id)?.name ?? '?',
        asked ?? new Set(),
      ),
    }));
}
