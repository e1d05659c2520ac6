import { mailboxKey } from '../../../shared/domain/interaction/fingerprint.ts';
import { ruleFor } from '../../../shared/domain/log-rule/rule-for.ts';
import type { RowSeen } from '../../gmail/surface.ts';
import type { Missed, MissedLine } from '../../messages/rules.ts';
import { leftAmong } from '../../mirror/left.ts';
import { seenIn } from '../../seen/mails.ts';
import { visitIn } from '../../seen/visits.ts';
import type { Core } from '../core.ts';
import { threadKey } from '../log-target.ts';
import { peopleJudge } from '../mail-facts.ts';
import { interactionsByKey } from '../view/lookup.ts';
import { accountOf } from '../workspaces.ts';
import { named } from './name-rule.ts';
import { namedAs } from './named-as.ts';
import { logsAny, ownRules } from './rules-of.ts';

/** Nobody goes through more of them in a panel. */
const mostShown = 20;

/**
 * Conversations of the tab's list that a rule names and whose last mail came, or left, while the mailbox was not open
 * here: newer than the last visit and than the rule, not opened since, not logged. [E6]
 */
export async function missedIn(core: Core, tabId: number | null): Promise<Missed> {
  const account = accountOf(core, tabId);
  const rules = await ownRules(core);
  if (tabId === null || account === null || !logsAny(rules)) return { since: null, lines: [] };
  const { mirror } = core;
  const [visit, seen] = await Promise.all([
    mirror.recall(`visit ${account}`, (tx) => visitIn(tx, account)),
    mirror.recall(`seen ${account}`, (tx) => seenIn(tx, account)),
  ]);
  const since = visit?.before ?? null;
  const opened = new Set(seen.map(({ id }) => id));
  const fresh = core.sessions
    .rows(tabId)
    .filter(({ at, lastId }) => at !== null && at > (since ?? 0) && lastId !== null && !opened.has(lastId));
  const keyOf = ({ lastId }: RowSeen) => mailboxKey(account, lastId ?? '');
  const keys = fresh.map(keyOf);
  const [judge, logged, left] = await Promise.all([
    peopleJudge(
      core,
      account,
      fresh.flatMap(({ people }) => people.map(({ email }) => email)),
    ),
    interactionsByKey(mirror, keys),
    mirror.recall(`left ${keys.join(' ')}`, (tx) => leftAmong(tx, keys)),
  ]);
  const lines: MissedLine[] = [];
  for (const row of fresh) {
    const key = keyOf(row);
    if (lines.length >= mostShown || logged.has(key) || left.has(key)) continue;
    const { linked, refusal } = judge(row.people.map(({ email }) => email));
    const [first] = linked;
    if (!first || refusal) continue;
    const rule = ruleFor(rules, {
      threadKey: threadKey(account, row.id),
      ...(await namedAs(core, linked)),
    });
    const at = row.at ?? 0;
    if (rule?.effect !== 'log' || at < rule.createdAt) continue;
    const { id, scope, value, effect } = rule;
    lines.push({
      ...{ threadId: row.id, subject: row.subject, who: first.name, contactId: first.id, at },
      rule: { id, effect, ...(await named(core, scope, value)) },
    });
  }
  return { since, lines: lines.sort((a, b) => b.at - a.at) };
}
