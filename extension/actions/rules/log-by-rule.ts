import { lookUpKeys, mailboxKey } from '../../../shared/domain/interaction/fingerprint.ts';
import { judgeByRules } from '../../../shared/domain/log-rule/judge.ts';
import type { Rule } from '../../../shared/domain/log-rule/rule-for.ts';
import { CodedError } from '../../../shared/kit/error.ts';
import type { MailRead, MessageSeen } from '../../gmail/surface.ts';
import type { LogChoice } from '../../messages/state.ts';
import { leftAmong } from '../../mirror/left.ts';
import { automaticIn } from '../automatic.ts';
import type { Core } from '../core.ts';
import { automaticOf, logReads } from '../log-reads.ts';
import { saving } from '../saving.ts';
import { interactionsByKey, resembled, sameMail } from '../view/lookup.ts';
import { measure } from './measure.ts';
import { logsAny, ownRules } from './rules-of.ts';

/** A place of the page is no id of a mail. */
const isMailId = (id: string): boolean => !id.includes(':');

/**
 * Logs those messages of the tab's open thread that a rule names: those that are unfolded, each once. What somebody is
 * logging by a click, what is logged, probably logged or was taken back is left alone. [E4] [E5]
 */
export async function logByRules(core: Core, tabId: number): Promise<void> {
  const session = core.sessions.get(tabId);
  const screen = session.shown.kind === 'mail' ? session.shown.screen : null;
  if (!screen?.thread) return;
  const { account, thread } = screen;
  const rules = await ownRules(core);
  if (!logsAny(rules)) return;
  const mails = thread.messages
    .filter(({ id, loaded }) => loaded && isMailId(id) && !saving.has(tabId, id))
    .map((mail) => ({ ...mail, threadId: thread.id, automatic: automaticIn(session, account, mail) }));
  const measured = await measure(core, account, tabId, mails);
  const covered = mails.filter((_, at) => {
    const its = measured[at];
    return its !== undefined && judgeByRules(rules, its.about, its.facts).why === null;
  });
  const open = await unlogged(core, account, covered, session.probably);
  if (open.length === 0) return;
  const ids = open.map(({ id }) => id);
  const done = saving.start(tabId, ids);
  core.sessions.change(tabId, {});
  try {
    await logRead(core, tabId, account, await core.readMail(tabId, ids));
  } catch (cause) {
    // The thread was left, or its tab is gone: what is opened again is logged then.
    if (!(cause instanceof CodedError)) throw cause;
  } finally {
    done();
    core.sessions.change(tabId, {});
  }
}

/** Logs a mail that was just sent, if a rule names whom it went to. */
export async function logSentByRules(core: Core, tabId: number, read: MailRead | null): Promise<void> {
  const { shown } = core.sessions.get(tabId);
  if (read && shown.kind === 'mail') await logRead(core, tabId, shown.screen.account, [read]);
}

/** Once they were read their blind copies and own headers are known: they are judged again, and those that are left logged. */
async function logRead(
  core: Core,
  tabId: number,
  account: string,
  reads: readonly MailRead[],
): Promise<void> {
  const rules = await ownRules(core);
  const keysOf = (read: MailRead) => [mailboxKey(account, read.id), ...read.fingerprint];
  const [measured, left] = await Promise.all([
    measure(
      core,
      account,
      tabId,
      reads.map((read) => ({ ...read, automatic: automaticOf(core, tabId, read) })),
    ),
    core.mirror.read((tx) => leftAmong(tx, reads.flatMap(keysOf))),
  ]);
  for (const [at, read] of reads.entries()) {
    const its = measured[at];
    if (!its || keysOf(read).some((key) => left.has(key))) continue;
    const { rule, why } = judgeByRules(rules, its.about, its.facts);
    // What its header told against it is remembered with the tab, so that it is not read again.
    if (!rule || (why && why.why !== 'automatic')) continue;
    const by = { rule: rule.scope, ruleId: rule.id };
    await logReads(core, tabId, [read], { account, asked: 'rule', by, ...(await goesTo(core, rule)) });
  }
}

/** A rule that names a deal logs to it for as long as that is open. */
async function goesTo(core: Core, { dealId }: Rule): Promise<{ to?: LogChoice }> {
  const deal = dealId === null ? undefined : await core.mirror.get('deal', dealId);
  return deal?.state === 'open' ? { to: { dealIds: [deal.id] } } : {};
}

async function unlogged<M extends Pick<MessageSeen, 'id' | 'digests'>>(
  core: Core,
  account: string,
  mails: readonly M[],
  probably: Record<string, unknown>,
): Promise<M[]> {
  const keysOf = (mail: M) => [mailboxKey(account, mail.id), ...mail.digests];
  const keys = mails.flatMap(keysOf);
  const [found, left] = await Promise.all([
    interactionsByKey(core.mirror, lookUpKeys(keys)),
    core.mirror.read((tx) => leftAmong(tx, keys)),
  ]);
  return mails.filter((mail) => {
    const own = keysOf(mail);
    const isKnown = sameMail(found, own) || resembled(found, own) || probably[mail.id];
    return !isKnown && !own.some((key) => left.has(key));
  });
}
