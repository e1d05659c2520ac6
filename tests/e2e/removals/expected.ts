import { levelOf } from '../../../extension/actions/level.ts';
import type { MailFunction } from '../../../extension/gmail/functions.ts';
import type { MailHealth } from '../../../extension/gmail/health.ts';
import type { Removal } from './derive.ts';

/** What no renaming may take: everything else falls back to what the user does by hand. */
const kept: MailFunction[] = ['account', 'thread', 'subject', 'people', 'ids', 'text', 'recipients', 'dates'];

/** Here the thing itself is gone from the page, not only its name. */
const gone: Record<string, MailFunction[]> = {
  'off=message-ids': ['ids'],
  'off=recipients': ['recipients'],
  'off=sender': ['people', 'thread', 'recipients'],
  'off=subject': ['subject'],
  'stripattr=title': ['dates'],
  'renameattr=title': ['dates'],
};

/** What is missing and must not be. */
export function lost({ name }: Removal, health: MailHealth): MailFunction[] {
  const allowed = gone[name] ?? [];
  return health.functions.flatMap((each) =>
    each.state === 'missing' && kept.includes(each.name) && !allowed.includes(each.name) ? [each.name] : [],
  );
}

/** Whether the sidebar has to say something of how Gmail is read. */
export function saysSo(health: MailHealth): boolean {
  const level = levelOf(health);
  return level !== null && (level.why !== null || level.missing.length > 0);
}
