import { givenFamily } from '../../identity/name/given-family.ts';
import { addDays } from '../../kit/civil.ts';
import type { Company, Contact, Day, Deal, Member, Stage } from '../rows.ts';
import { type FieldValues, ownPrefix } from './fields.ts';
import { greetingName, salutation } from './salutation.ts';

/** Everything that may stand in a mail to one recipient. */
export type Facts = {
  /** As the mail's header has them; a contact says more. */
  recipient: { name: string | null; email: string } | null;
  contact: Contact | null;
  company: Pick<Company, 'name' | 'city'> | null;
  deal: Deal | null;
  stage: Pick<Stage, 'name'> | null;
  me: Pick<Member, 'name' | 'email'> | null;
  workspace: string | null;
  today: Day;
  /** How days and sums are written for this reader. */
  say: { day(day: Day): string; weekday(day: Day): string; money(minor: number, currency: string): string };
};

/** What each field says of this one recipient. */
export function valuesOf({
  recipient,
  contact,
  company,
  deal,
  stage,
  me,
  workspace,
  today,
  say,
}: Facts): FieldValues {
  const name = contact?.name ?? recipient?.name ?? '';
  const told = givenFamily(name);
  const mine = givenFamily(me?.name ?? '');
  const given = contact?.givenName ?? told.given;
  const own = Object.fromEntries(
    Object.entries(contact?.own ?? {}).map(([key, value]) => [
      `${ownPrefix}${key}`,
      value === null || value === '' ? null : String(value),
    ]),
  );
  const { amountMinor = null, currency = null, expectedClose = null } = deal ?? {};
  return {
    ...own,
    first_name: greetingName(name, given),
    last_name: contact?.familyName ?? told.family,
    full_name: name || null,
    salutation: salutation(name, contact?.title ?? null),
    job_title: contact?.title ?? null,
    company: company?.name ?? null,
    city: company?.city ?? null,
    deal: deal?.title ?? null,
    stage: stage?.name ?? null,
    amount: amountMinor !== null && currency ? say.money(amountMinor, currency) : null,
    close_date: expectedClose && say.day(expectedClose),
    my_name: me?.name ?? null,
    my_first_name: me ? greetingName(me.name, mine.given) : null,
    my_email: me?.email ?? null,
    workspace,
    today: say.day(today),
    tomorrow: say.day(addDays(today, 1)),
    next_week: say.day(addDays(today, 7)),
    weekday: say.weekday(today),
  };
}
