import type { Contact, Deal } from '../../../shared/domain/rows.ts';
import type { FieldValues } from '../../../shared/domain/template/fields.ts';
import { valuesOf } from '../../../shared/domain/template/values.ts';

import type { Id } from '../../../shared/kit/id.ts';
import { followed } from '../../mirror/aliases.ts';
import { keepFormat } from '../../ui/keepFormat.ts';
import { moneyText } from '../../ui/money.ts';
import { type Core, meOf } from '../core.ts';
import { dealsOf } from '../view/lookup.ts';

const longDay = keepFormat(
  (locale: string) => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }),
);
const weekdayName = keepFormat(
  (locale: string) => new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }),
);

const utc = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** What every field says of one recipient. `dealId`: the deal that the mail is about; left out: their only open one. */
export async function fieldValues(
  core: Core,
  recipient: { name: string | null; email: string } | null,
  contact: Contact | null,
  dealId?: Id | null,
): Promise<FieldValues> {
  const { mirror } = core;
  const me = meOf(core);
  const locale = core.settings.locale();
  const [company, deal, member] = await Promise.all([
    contact?.companyId ? followed(mirror, 'company', contact.companyId) : undefined,
    dealFor(core, contact, dealId),
    me ? mirror.get('member', me) : undefined,
  ]);
  const stage = deal ? await mirror.get('stage', deal.stageId) : undefined;
  return valuesOf({
    recipient,
    contact,
    company: company ?? null,
    deal,
    stage: stage ?? null,
    me: member ?? null,
    workspace: core.device.get()?.workspace ?? null,
    today: core.today(),
    say: {
      day: (day) => longDay(locale).format(utc(day)),
      weekday: (day) => weekdayName(locale).format(utc(day)),
      money: (minor, currency) => moneyText(minor, currency, locale),
    },
  });
}

async function dealFor(
  core: Core,
  contact: Contact | null,
  dealId: Id | null | undefined,
): Promise<Deal | null> {
  if (dealId === null || !contact) return null;
  const open = (await dealsOf(core.mirror, [contact.id], [])).filter(({ state }) => state === 'open');
  if (dealId) {
    const chosen = await core.mirror.get('deal', dealId);
    // A deal of somebody else is nothing to tell this one of.
    const theirs =
      chosen &&
      (chosen.contactIds.includes(contact.id) ||
        (chosen.companyId !== null && chosen.companyId === contact.companyId));
    if (theirs) return chosen;
  }
  return open.length === 1 ? (open[0] ?? null) : null;
}
