import { judgeMail } from '../../../shared/domain/exclusion/judge.ts';
import { lastContact } from '../../../shared/domain/interaction/timeline.ts';
import type { Contact, Interaction } from '../../../shared/domain/rows.ts';
import type { Id } from '../../../shared/kit/id.ts';
import type { MailPerson } from '../../gmail/surface.ts';
import type { RecipientOnScreen, Writing } from '../../messages/compose.ts';
import { followed, groupOf } from '../../mirror/aliases.ts';
import { startingWith } from '../../mirror/store.ts';
import { type Core, meOf } from '../core.ts';
import { exclusionsOf } from '../exclusions.ts';
import { contactsByEmail, isOurs, ourSide } from '../find-people.ts';
import { dealsOf, memberNames } from '../view/lookup.ts';
import { tasksOf } from '../view/person.ts';

/** Of more recipients than these nobody reads a card. */
const shown = 20;
/** So many of somebody's last entries tell when and by whom they were written to. */
const looked = 30;
const tasksShown = 3;
const latelyMs = 3 * 86_400_000;

export const everybody = ({ to, cc, bcc }: Pick<Writing, 'to' | 'cc' | 'bcc'>): MailPerson[] => [
  ...new Map([...to, ...cc, ...bcc].map((person) => [person.email.toLowerCase(), person])).values(),
];

/** Entries of a contact and of whom they were merged with, the newest first. */
export async function entriesOf({ mirror }: Core, { id }: Pick<Contact, 'id'>): Promise<Interaction[]> {
  const group = await groupOf(mirror, 'contact', id);
  const found = await Promise.all(
    group.map((each) =>
      mirror.tagged('interaction', {
        ...startingWith(`interaction/contact/${each}/`),
        reverse: true,
        limit: looked,
      }),
    ),
  );
  return found.flat().sort((a, b) => b.occurredAt - a.occurredAt);
}

/** What is known of each recipient, in their order: by the mirror alone, so nothing of them leaves the browser. */
export async function recipientsOf(
  core: Core,
  account: string,
  writing: Pick<Writing, 'to' | 'cc' | 'bcc'>,
): Promise<RecipientOnScreen[]> {
  const { mirror } = core;
  const people = everybody(writing).slice(0, shown);
  const [side, known, rules, members] = await Promise.all([
    ourSide(mirror, account),
    contactsByEmail(
      mirror,
      people.map(({ email }) => email),
    ),
    exclusionsOf(mirror),
    memberNames(mirror),
  ]);
  return Promise.all(
    people.map(async ({ email, name }): Promise<RecipientOnScreen> => {
      const contact = known.get(email) ?? null;
      const internal = isOurs(side, email);
      const bouncedAt = core.bounced.at(email);
      const nothing = {
        ...{ email, name: contact?.name ?? name ?? email, contactId: contact?.id ?? null, internal },
        ...{ lastContactAt: null, teammate: null, open: [], more: 0, deal: null, blocked: null },
        bouncedAt,
        excluded: judgeMail([email], rules, () => contact !== null || internal) !== null,
      };
      if (!contact || internal) return nothing;
      const facts = await factsOf(core, contact, (id) => members.get(id)?.name ?? '');
      // Whoever has written since has an address that works.
      const back = bouncedAt !== null && facts.heardAt !== null && facts.heardAt > bouncedAt;
      const { heardAt: _, ...rest } = facts;
      return { ...nothing, ...rest, ...(back && { bouncedAt: null }) };
    }),
  );
}

async function factsOf(core: Core, contact: Contact, nameOf: (id: Id) => string) {
  const { mirror } = core;
  const me = meOf(core);
  const group = await groupOf(mirror, 'contact', contact.id);
  const [entries, deals, company] = await Promise.all([
    entriesOf(core, contact),
    dealsOf(mirror, group, []),
    contact.companyId ? followed(mirror, 'company', contact.companyId) : undefined,
  ]);
  const open = deals.filter(({ state }) => state === 'open');
  const [stage, tasks] = await Promise.all([
    open[0] ? mirror.get('stage', open[0].stageId) : undefined,
    tasksOf(core, [...group.map((id) => `task/contact/${id}/`), ...open.map(({ id }) => `task/deal/${id}/`)]),
  ]);
  const theirs = entries.find(
    ({ loggedBy, kind, direction, occurredAt }) =>
      loggedBy !== null &&
      loggedBy !== me &&
      direction === 'out' &&
      kind !== 'note' &&
      occurredAt > core.now() - latelyMs,
  );
  const { role, roleReason } = contact.role === 'blocked' ? contact : (company ?? contact);
  return {
    lastContactAt: lastContact(entries),
    heardAt:
      entries.find(({ direction, kind }) => direction === 'in' && kind === 'email')?.occurredAt ?? null,
    teammate: theirs?.loggedBy ? { name: nameOf(theirs.loggedBy), at: theirs.occurredAt } : null,
    open: tasks.slice(0, tasksShown).map(({ id, title, dueDay, dueAt, promisedBy }) => ({
      ...{ id, title, dueDay, dueAt },
      by: promisedBy,
    })),
    more: Math.max(0, tasks.length - tasksShown),
    deal: open[0] ? { id: open[0].id, title: open[0].title, stage: stage?.name ?? null } : null,
    blocked: role === 'blocked' ? { reason: roleReason } : null,
  };
}
