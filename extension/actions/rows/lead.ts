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

/** More names than this of one list are not looked up; each takes some milliseconds at 100,000 contacts. */
const mostAsked = 20;
const turn = () => new Promise((resolve) => setTimeout(resolve));

/** Of these the addresses that pose as somebody known: under the name of a contact, or from a domain that only looks known. */
export async function posing(core: Core, leads: readonly MailPerson[]): Promise<Set<string>> {
  const found = new Set<string>();
  const hosts = [...new Set(leads.flatMap(({ email }) => companyDomain(email) ?? []))];
  const alike = hosts.length === 0 ? [] : await lookAlikes(core, { hosts, names: [] });
  const passing = new Set(alike.map(({ seen }) => seen));
  for (const { email } of leads) if (passing.has(companyDomain(email) ?? '')) found.add(email);
  for (const { email, name } of leads.slice(0, mostAsked)) {
    const honest = honestName(name, email);
    if (!honest || found.has(email)) continue;
    await turn();
    if (await isCalled(core, honest)) found.add(email);
  }
  return found;
}

async function isCalled({ mirror }: Core, name: string): Promise<boolean> {
  const folded = foldText(name);
  for (const { noun, id } of await mirror.search(name, 5)) {
    if (noun !== 'contact') continue;
    const contact = await mirror.get('contact', id);
    if (contact && foldText(contact.name) === folded) return true;
  }
  return false;
}
