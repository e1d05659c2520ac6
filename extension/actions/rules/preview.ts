import { mailboxKey } from '../../../shared/domain/interaction/fingerprint.ts';
import { judgeByRules } from '../../../shared/domain/log-rule/judge.ts';
import type { Rule } from '../../../shared/domain/log-rule/rule-for.ts';
import { isOwnAddress } from '../../gmail/account.ts';
import type { RuleCalls, RulePreview } from '../../messages/rules.ts';
import { leftAmong } from '../../mirror/left.ts';
import { type SeenMail, seenIn } from '../../seen/mails.ts';
import type { Core } from '../core.ts';
import { interactionsByKey } from '../view/lookup.ts';
import { accountOf } from '../workspaces.ts';
import { measure } from './measure.ts';
import { rulesNow } from './rules-of.ts';

/** What a rule would have logged of the mails seen last, were it there with the others; and why not the rest. */
export async function previewRule(
  core: Core,
  tabId: number | null,
  { scope, value }: RuleCalls['previewRule']['in'],
): Promise<RulePreview> {
  const account = accountOf(core, tabId);
  if (account === null) return { lines: [] };
  const others = (await rulesNow(core)).filter((rule) => rule.scope !== scope || rule.value !== value);
  const rule: Rule = { id: 'new', scope, value, effect: 'log', dealId: null, createdAt: 0 };
  const seen = await core.mirror.read((tx) => seenIn(tx, account));
  const keys = seen.map(({ id }) => mailboxKey(account, id));
  const [measured, logged, left] = await Promise.all([
    measure(core, account, tabId, seen),
    interactionsByKey(core.mirror, keys),
    core.mirror.read((tx) => leftAmong(tx, keys)),
  ]);
  return {
    lines: seen.flatMap((mail, at) => {
      const its = measured[at];
      const key = keys[at] ?? '';
      if (!its) return [];
      const { why, rule: by } = judgeByRules([rule, ...others], its.about, its.facts);
      const told =
        why?.why ??
        (logged.has(key) ? 'logged' : left.has(key) ? 'taken-back' : by?.id === rule.id ? null : 'covered');
      return [{ ...line(mail, account), why: told }];
    }),
  };
}

function line({ id, subject, from, to, about, at }: SeenMail, account: string) {
  const out = isOwnAddress(from.email, account);
  const who = out ? to[0] : (about ?? from);
  return { id, subject, who: who?.name ?? who?.email ?? '', out, at };
}
