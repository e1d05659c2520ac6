import { judgeMail } from '../../../shared/domain/exclusion/judge.ts';
import type { Exclusion } from '../../../shared/domain/rows.ts';
import { honestName, nameDoubt } from '../../../shared/identity/mailbox/display-name.ts';
import { foldText } from '../../../shared/kit/fold.ts';
import type { MailPerson, RowSeen } from '../../gmail/surface.ts';
import { scanNames } from '../../mirror/names.ts';
import type { Pace } from '../../pairs/pace.ts';
import { automaticByLook } from '../../recognisers/mail/automatic.ts';
import type { Core } from '../core.ts';
import { companyDomain } from '../find-people.ts';
import { lookAlikes } from '../look-alikes.ts';
import { newTurns } from './turns.ts';

/** What publications call themselves; nobody is called so. A row shows no more of a mail by which to tell. */
const publication =
  /\b(?:newsletter|news|digest|weekly|daily|monthly|bulletin|e-?paper|magazine|journal|gazette)\b|電子報|电子报|週報|周报|日報|日报|月刊|週刊|周刊|快訊|快讯|通訊|通讯/iu;

type World = {
  isOurs(email: string): boolean;
  isKnown(email: string): boolean;
  rules: readonly Exclusion[];
};

/** Somebody outside who wrote as a person does, and whom nothing says to leave alone: the last of them. */
export function leadOf(
  { people, subject, to }: RowSeen,
  { isOurs, isKnown, rules }: World,
): MailPerson | null {
  if (to) return null;
  // Where somebody known is in the conversation, the others are theirs to introduce.
  if (people.some(({ email }) => isKnown(email))) return null;
  const writes = ({ email, name }: MailPerson): boolean =>
    !isOurs(email) &&
    !automaticByLook({ email, subject, claim: null }) &&
    !nameDoubt(name, email) &&
    !publication.test(name ?? '') &&
    !publication.test(email.split('@', 1)[0] ?? '') &&
    !judgeMail([email], rules);
  return [...people].reverse().find(writes) ?? null;
}

/** What was found out of addresses and the names they write under; by workspace. */
const verdicts = new Map<string, boolean>();
const mostKept = 5_000;
/** Hosts of one look at whom they pass for: it takes no more. */
const hostsAtOnce = 20;

type Pause = Pace['pause'];

const keyOf = ({ place }: Core, { email, name }: MailPerson): string => `${place} ${email} ${name}`;

/**
 * Of these the addresses that pose as somebody known: under the name of a contact, or from a domain that only looks
 * known. All names are looked for in one go: at 100,000 contacts that takes as long as one or two.
 */
export async function posing(core: Core, people: readonly MailPerson[]): Promise<ReadonlySet<string>> {
  const asked = people.filter((person) => !verdicts.has(keyOf(core, person)));
  if (asked.length > 0) await judge(core, asked);
  const posers = people.filter((person) => verdicts.get(keyOf(core, person)));
  for (const oldest of verdicts.keys()) {
    if (verdicts.size <= mostKept) break;
    verdicts.delete(oldest);
  }
  return new Set(posers.map(({ email }) => email));
}

async function judge(core: Core, asked: readonly MailPerson[]): Promise<void> {
  const { pause } = newTurns();
  const hosts = new Map(asked.map(({ email }) => [email, companyDomain(email)]));
  const nameOf = new Map(asked.map((person) => [person, honestName(person.name, person.email)]));
  const passing = await passingHosts(core, present(hosts.values()), pause);
  const called = await contactNames(core, present(nameOf.values()), pause);
  for (const person of asked) {
    const poses = passing.has(hosts.get(person.email) ?? '') || called.has(nameOf.get(person) ?? '');
    verdicts.set(keyOf(core, person), poses);
  }
}

const present = (all: Iterable<string | null>): string[] => [...new Set(all)].filter((each) => each !== null);

async function passingHosts(core: Core, hosts: readonly string[], pause: Pause): Promise<Set<string>> {
  const passing = new Set<string>();
  for (let from = 0; from < hosts.length; from += hostsAtOnce) {
    await pause();
    const some = hosts.slice(from, from + hostsAtOnce);
    for (const { seen } of await lookAlikes(core, { hosts: some, names: [] })) passing.add(seen);
  }
  return passing;
}

/** Of these names those of contacts. */
async function contactNames({ mirror }: Core, names: readonly string[], pause: Pause): Promise<Set<string>> {
  const found = [...(await scanNames(await mirror.texts('contact'), names, pause))].flatMap(([name, hits]) =>
    hits.map((hit) => ({ name, hit })),
  );
  const rows = await mirror.each(found.map(({ hit }) => hit));
  const isCalled = ({ name }: { name: string }, at: number): boolean => {
    const row = rows[at];
    return row !== undefined && 'name' in row && foldText(row.name) === foldText(name);
  };
  return new Set(found.filter(isCalled).map(({ name }) => name));
}
