import type { Contact } from '../../../shared/domain/rows.ts';
import { addressSlip } from '../../../shared/domain/sending/address-slip.ts';
import { usualNamesake } from '../../../shared/domain/sending/namesake.ts';
import { type OnMail, outsiders } from '../../../shared/domain/sending/outsiders.ts';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { nameMatchLimit, sameName } from '../../../shared/identity/name/same.ts';
import type { RecipientOnScreen, Warning, Writing } from '../../messages/compose.ts';
import { followed } from '../../mirror/aliases.ts';
import type { Core } from '../core.ts';
import { companyByDomain, companyDomain, isOurs, ourSide } from '../find-people.ts';
import { lookAlikes } from '../look-alikes.ts';
import { peopleOf } from '../mail-facts.ts';
import { entriesOf, everybody } from './recipients.ts';

/** So many recipients are looked at one by one, and so many names are searched for among all contacts. */
const looked = 8;
const named = 3;
/** Whom one writes to this often is nobody's namesake by mistake. */
const ownHabit = 10;
const domainOf = (email: string): string => email.slice(email.lastIndexOf('@') + 1).toLowerCase();

/** What is better seen before a mail goes to these people: each once, in words. */
export async function guardOf(
  core: Core,
  tabId: number,
  account: string,
  writing: Writing,
  people: readonly RecipientOnScreen[],
): Promise<Warning[]> {
  const outside = people.filter(({ internal }) => !internal);
  const found = await Promise.all([
    outside.flatMap(({ email, bouncedAt }) =>
      bouncedAt === null ? [] : [{ key: `bounced ${email}`, text: m.compose_warn_bounced({ email }) }],
    ),
    people.flatMap(({ email, name, blocked }) =>
      blocked
        ? [
            {
              key: `blocked ${email}`,
              text: m.compose_warn_blocked({ who: name, reason: blocked.reason ?? m.record_no_reason() }),
            },
          ]
        : [],
    ),
    passing(core, outside),
    ...outside.slice(0, looked).map((person) => slip(core, person)),
    ...outside.slice(0, named).map((person) => namesake(core, person)),
    foreign(core, tabId, account, writing),
  ]);
  return found.flat();
}

/** Hosts that look like a known company's. */
async function passing(core: Core, people: readonly RecipientOnScreen[]): Promise<Warning[]> {
  const hosts = people.filter(({ contactId }) => contactId === null).map(({ email }) => domainOf(email));
  if (hosts.length === 0) return [];
  const seen = await lookAlikes(core, { hosts, names: [] });
  return seen.map(({ seen: host, known, company }) => ({
    key: `like ${host}`,
    text: m.compose_warn_like({ seen: host, known, company: company.name }),
  }));
}

/** An address that misses a colleague's of theirs by a letter. */
async function slip({ mirror }: Core, { email, contactId }: RecipientOnScreen): Promise<Warning[]> {
  const domain = contactId === null ? companyDomain(email) : null;
  const company = domain ? await companyByDomain(mirror, domain) : null;
  if (!company) return [];
  const colleagues = await mirror.candidates('contact', [`contact-of:${company.id}`]);
  const known = colleagues.flatMap(({ keys }) =>
    keys.filter(({ kind }) => kind === 'email').map(({ value }) => value),
  );
  const meant = known.includes(email.toLowerCase()) ? null : addressSlip(email, known);
  return meant ? [{ key: `slip ${email}`, text: m.compose_warn_slip({ email, known: meant }) }] : [];
}

/** A name of two words, or of two Han characters: with fewer nobody is somebody's namesake. */
const isWholeName = (name: string): boolean =>
  !name.includes('@') && /\p{L}.*\s.*\p{L}|\p{Script=Han}{2}/u.test(name);

/** Somebody's namesake to whom one usually writes. */
async function namesake(core: Core, { email, name, contactId }: RecipientOnScreen): Promise<Warning[]> {
  const { mirror } = core;
  if (!isWholeName(name)) return [];
  const mailsOf = async (contact: { id: string }) =>
    (await entriesOf(core, contact)).filter(({ kind }) => kind === 'email').length;
  const own = contactId === null ? 0 : await mailsOf({ id: contactId });
  if (own >= ownHabit) return [];
  const hits = (await mirror.search(name, 10)).filter(
    ({ noun, id }) => noun === 'contact' && id !== contactId,
  );
  const alike = (await Promise.all(hits.map(({ id }) => mirror.get('contact', id)))).filter(
    (each): each is Contact => each !== undefined && sameName(each.name, name) >= nameMatchLimit,
  );
  const usual = usualNamesake(
    own,
    await Promise.all(alike.map(async (who) => ({ who, mails: await mailsOf(who) }))),
  );
  if (!usual) return [];
  const company = usual.companyId ? await followed(mirror, 'company', usual.companyId) : undefined;
  const usually = company?.name ?? usual.keys.find(({ kind }) => kind === 'email')?.value ?? usual.name;
  const text = m.compose_warn_namesake({ who: name, where: domainOf(email), usually });
  return [{ key: `namesake ${email}`, text }];
}

/** Recipients who do not belong into the open conversation. */
async function foreign(core: Core, tabId: number, account: string, writing: Writing): Promise<Warning[]> {
  const { shown } = core.sessions.get(tabId);
  const thread = shown.kind === 'mail' ? shown.screen.thread : null;
  if (!thread || thread.id !== writing.threadId) return [];
  const side = await ourSide(core.mirror, account);
  const on = (email: string): OnMail => ({ email, ours: isOurs(side, email), domain: companyDomain(email) });
  const emails = [...new Set(thread.messages.flatMap(peopleOf).map(({ email }) => email.toLowerCase()))];
  const found = outsiders(
    emails.map(on),
    everybody(writing).map(({ email }) => on(email)),
  );
  return found.map(({ email, among, domain }) => ({
    key: `outsider ${email}`,
    text:
      among === 'ours'
        ? m.compose_warn_internal({ email })
        : m.compose_warn_outsider({ email, company: domain ?? '' }),
  }));
}
