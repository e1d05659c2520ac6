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

/** Of more recipients than these their names are not looked after one by one. */
const looked = 8;
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
    ...outside.slice(0, looked).map((person) => strange(core, person)),
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

/** An address that misses a colleague's by a letter, or somebody's namesake to whom one usually writes. */
async function strange(core: Core, person: RecipientOnScreen): Promise<Warning[]> {
  const { email, contactId } = person;
  const { mirror } = core;
  if (contactId === null) {
    const domain = companyDomain(email);
    const company = domain ? await companyByDomain(mirror, domain) : null;
    const colleagues = company ? await mirror.candidates('contact', [`contact-of:${company.id}`]) : [];
    const known = colleagues.flatMap(({ keys }) =>
      keys.filter(({ kind }) => kind === 'email').map(({ value }) => value),
    );
    const meant = known.includes(email.toLowerCase()) ? null : addressSlip(email, known);
    if (meant) return [{ key: `slip ${email}`, text: m.compose_warn_slip({ email, known: meant }) }];
  }
  if (!/\p{L}.*\s.*\p{L}|\p{Script=Han}{2}/u.test(person.name) || person.name.includes('@')) return [];
  const hits = (await mirror.search(person.name, 10)).filter(
    ({ noun, id }) => noun === 'contact' && id !== contactId,
  );
  const namesakes = (await Promise.all(hits.map(({ id }) => mirror.get('contact', id)))).filter(
    (each): each is Contact => each !== undefined && sameName(each.name, person.name) >= nameMatchLimit,
  );
  if (namesakes.length === 0) return [];
  const mailsOf = async (contact: { id: string }) =>
    (await entriesOf(core, contact)).filter(({ kind }) => kind === 'email').length;
  const usual = usualNamesake(
    contactId === null ? 0 : await mailsOf({ id: contactId }),
    await Promise.all(namesakes.map(async (who) => ({ who, mails: await mailsOf(who) }))),
  );
  if (!usual) return [];
  const company = usual.companyId ? await followed(mirror, 'company', usual.companyId) : undefined;
  const usually = company?.name ?? usual.keys.find(({ kind }) => kind === 'email')?.value ?? usual.name;
  return [
    {
      key: `namesake ${email}`,
      text: m.compose_warn_namesake({ who: person.name, where: domainOf(email), usually }),
    },
  ];
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
