import { judgeMail } from '../../../shared/domain/exclusion/judge.ts';
import type { OwnSide } from '../../../shared/domain/member/internal.ts';
import type { Exclusion } from '../../../shared/domain/rows.ts';
import { honestName, nameDoubt } from '../../../shared/identity/mailbox/display-name.ts';
import { foldText } from '../../../shared/kit/fold.ts';
import type { MailPerson, RowSeen } from '../../gmail/surface.ts';
import { automaticByLook } from '../../recognisers/mail/automatic.ts';
import type { Core } from '../core.ts';
import { companyDomain, isOurs } from '../find-people.ts';
import { lookAlikes } from '../look-alikes.ts';

/** What publications call themselves; nobody is called so. A row shows no more of a mail by which to tell. */
const publication =
  /\b(?:newsletter|news|digest|weekly|daily|monthly|bulletin|e-?paper|magazine|journal|gazette)\b|電子報|电子报|週報|周报|日報|日报|月刊|週刊|周刊|快訊|快讯|通訊|通讯/iu;

type World = {
  side: OwnSide;
  rules: readonly Exclusion[];
  isKnown(email: string): boolean;
};

/** Somebody outside who wrote as a person does, and whom nothing says to leave alone: the last of them. */
export function leadOf({ people, subject, to }: RowSeen, { side, rules, isKnown }: World): MailPerson | null {
  if (to) return null;
  // Where somebody known is in the conversation, the others are theirs to introduce.
  if (people.some(({ email }) => isKnown(email))) return null;
  const writes = ({ email, name }: MailPerson): boolean =>
    !isOurs(side, email) &&
    !automaticByLook({ email, subject, claim: null }) &&
    !nameDoubt(name, email) &&
    !publication.test(name ?? '') &&
    !publication.test(email.split('@', 1)[0] ?? '') &&
    !judgeMail([email], rules);
  return [...people].reverse().find(writes) ?? null;
}

/** Names that are looked up for one view; each takes some milliseconds at 100,000 contacts. */
const mostAsked = 20;
/** What was found out of addresses and the names they write under; by workspace. */
const verdicts = new Map<string, boolean>();
const mostKept = 5_000;
const pauseMs = 30;
/** How long the last name took: of a large workspace none is looked up while somebody waits. */
let lastTookMs = 0;
const turn = (ms = 0) => new Promise((resolve) => setTimeout(resolve, ms));

const keyOf = ({ place }: Core, { email, name }: MailPerson): string => `${place} ${email} ${name}`;
function keep(core: Core, person: MailPerson, poses: boolean): void {
  if (verdicts.size >= mostKept) verdicts.clear();
  verdicts.set(keyOf(core, person), poses);
}

export type Judged = { posers: ReadonlySet<string>; left: MailPerson[] };

/**
 * Of these the addresses that pose as somebody known: under the name of a contact, or from a domain that only looks
 * known; and who was not looked at, since it took too long.
 */
export async function judgeLeads(
  core: Core,
  leads: readonly MailPerson[],
  patienceMs: number,
): Promise<Judged> {
  const asked = leads.filter((person) => !verdicts.has(keyOf(core, person)));
  const hosts = [...new Set(asked.flatMap(({ email }) => companyDomain(email) ?? []))];
  const passing = new Set<string>();
  // It takes twenty at a time.
  for (let from = 0; from < hosts.length; from += mostAsked)
    for (const { seen } of await lookAlikes(core, { hosts: hosts.slice(from, from + mostAsked), names: [] }))
      passing.add(seen);
  const until = performance.now() + patienceMs;
  const left: MailPerson[] = [];
  for (const person of asked) {
    const name = honestName(person.name, person.email);
    if (passing.has(companyDomain(person.email) ?? '')) keep(core, person, true);
    else if (!name) keep(core, person, false);
    else if (performance.now() + lastTookMs < until) keep(core, person, await isCalled(core, name));
    else left.push(person);
  }
  const posers = leads.filter((person) => verdicts.get(keyOf(core, person)));
  return { posers: new Set(posers.map(({ email }) => email)), left };
}

/** Looks the rest up one by one, in turns that nobody notices. */
export async function judgeLater(core: Core, left: readonly MailPerson[]): Promise<void> {
  for (const person of left) {
    await turn(pauseMs);
    await judgeLeads(core, [person], Number.POSITIVE_INFINITY);
  }
}

/** Of these the addresses that pose as somebody known, as far as a view may take to find out. */
export async function posing(core: Core, leads: readonly MailPerson[]): Promise<ReadonlySet<string>> {
  const { posers } = await judgeLeads(core, leads.slice(0, mostAsked), Number.POSITIVE_INFINITY);
  return posers;
}

async function isCalled({ mirror }: Core, name: string): Promise<boolean> {
  const began = performance.now();
  const folded = foldText(name);
  const hits = await mirror.search(name, 5);
  lastTookMs = performance.now() - began;
  for (const { noun, id } of hits) {
    if (noun !== 'contact') continue;
    const contact = await mirror.get('contact', id);
    if (contact && foldText(contact.name) === folded) return true;
  }
  return false;
}
