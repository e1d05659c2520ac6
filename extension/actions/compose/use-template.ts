import type { MailPerson } from '../../gmail/surface.ts';
import type { ComposeCalls, Writing } from '../../messages/compose.ts';
import type { Core } from '../core.ts';
import { everybody, recipientsOf } from './recipients.ts';
import { fillTemplate } from './templates.ts';
import { readWish } from './wish.ts';

/** The window in which somebody writes, if a text can be put into it. */
function windowOf(core: Core, tabId: number | null): { writing: Writing; account: string } | null {
  const { shown, writing } = tabId === null ? ({} as never) : core.sessions.get(tabId);
  if (shown?.kind !== 'mail' || !writing || writing === 'plain') return null;
  return { writing, account: shown.screen.account };
}

/** For whom a template can be filled: the recipients of the mail that is being written, else the contact on the screen. */
async function peopleFor(core: Core, tabId: number | null, contactId: string | null): Promise<MailPerson[]> {
  const open = windowOf(core, tabId);
  if (open) {
    const known = await recipientsOf(core, open.account, open.writing);
    return everybody(open.writing).map(({ email, name }) => ({
      email,
      name: known.find((one) => one.email === email)?.name ?? name,
    }));
  }
  const contact = contactId ? await core.mirror.get('contact', contactId) : undefined;
  return (contact?.keys ?? [])
    .filter(({ kind }) => kind === 'email')
    .map(({ value }) => ({ email: value, name: contact?.name ?? null }));
}

export async function templateFor(
  core: Core,
  tabId: number | null,
  { id, email, contactId }: ComposeCalls['templateFor']['in'],
): Promise<ComposeCalls['templateFor']['out']> {
  const people = await peopleFor(core, tabId, contactId);
  const to = people.find((one) => one.email === email) ?? people[0] ?? null;
  const open = windowOf(core, tabId);
  const deal = open && (await readWish(core, open.writing.key))?.deal;
  const filled = await fillTemplate(core, { id, to, dealId: deal?.id ?? (deal ? null : undefined) });
  return filled && { filled, people, to, open: open !== null };
}

/** Puts it into the window, or opens one to its recipient. */
export async function writeTemplate(
  core: Core,
  tabId: number | null,
  given: ComposeCalls['writeTemplate']['in'],
): Promise<boolean> {
  const ready = await templateFor(core, tabId, given);
  if (!ready || tabId === null) return false;
  const key = windowOf(core, tabId)?.writing.key ?? null;
  const { subject, text, missing } = ready.filled;
  return core.write(tabId, { key, to: ready.to, subject, text, isOpen: missing.length > 0 });
}
