import type { Instant, RuleScope } from '../../../shared/domain/rows.ts';
import type { RuleSubject } from '../../messages/rules.ts';
import { followed } from '../../mirror/aliases.ts';
import { startingWith } from '../../mirror/store.ts';
import { seenIn } from '../../seen/mails.ts';
import type { Core } from '../core.ts';

/** What a rule is about, by name: of a conversation its subject, as far as this browser knows it. */
export async function named(core: Core, scope: RuleScope, value: string): Promise<RuleSubject> {
  return { scope, value, name: await nameOf(core, scope, value) };
}

async function nameOf(core: Core, scope: RuleScope, value: string): Promise<string> {
  if (scope === 'everyone') return '';
  if (scope !== 'thread') return (await followed(core.mirror, scope, value))?.name ?? '';
  const range = { ...startingWith(`interaction/thread/${value}/`), reverse: true, limit: 1 };
  const [logged] = await core.mirror.tagged('interaction', range);
  if (logged?.subject) return logged.subject;
  const [, account = '', threadId = ''] = value.split(':');
  const seen = await core.mirror.recall(`seen ${account}`, (tx) => seenIn(tx, account));
  return seen.find((mail) => mail.threadId === threadId)?.subject ?? '';
}

/** How many entries a rule made, as far as they are kept here. */
export async function loggedBy(core: Core, ruleId: string): Promise<{ id: string; at: Instant }[]> {
  const rows = await core.mirror.tagged('interaction', startingWith(`interaction/rule/${ruleId}/`));
  return rows.map(({ id, loggedAt }) => ({ id, at: loggedAt }));
}
