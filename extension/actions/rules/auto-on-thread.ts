import { mailboxKey } from '../../../shared/domain/interaction/fingerprint.ts';
import { judgeByRules } from '../../../shared/domain/log-rule/judge.ts';
import { type About, type Rule, ruleFor } from '../../../shared/domain/log-rule/rule-for.ts';
import type { Contact } from '../../../shared/domain/rows.ts';
import type { MessageSeen, ThreadSeen } from '../../gmail/surface.ts';
import type { AutoOnThread, NamedRule, RuleSubject, RuleSwitch } from '../../messages/rules.ts';
import { leftAmong } from '../../mirror/left.ts';
import { automaticIn } from '../automatic.ts';
import type { Core } from '../core.ts';
import { interactionsByKey } from '../view/lookup.ts';
import { measure } from './measure.ts';
import { named } from './name-rule.ts';
import { namedAs } from './named-as.ts';
import { ownRules } from './rules-of.ts';

/** Nobody chooses between more people than these in a menu. */
const mostPeople = 3;

/** How a mail of the open thread stands with one's rules, and what could be made one. */
export async function autoOnThread(
  core: Core,
  tabId: number,
  account: string,
  thread: ThreadSeen,
): Promise<AutoOnThread> {
  const session = core.sessions.get(tabId);
  const rules = await ownRules(core);
  const shown = thread.messages.find(({ id }) => id === thread.selectedId) ?? thread.messages.at(-1);
  if (!shown) return { rule: null, why: null, subjects: [], folded: 0 };
  const others = rules.length === 0 ? [] : thread.messages.filter(({ loaded }) => !loaded);
  const mails = [shown, ...others].map((message) => ({
    ...message,
    threadId: thread.id,
    automatic: automaticIn(session, account, message),
  }));
  const [its, ...folded] = await measure(core, account, tabId, mails);
  if (!its) throw new Error('as many are measured as were asked');
  const { rule, why } = judgeByRules(rules, its.about, its.facts);
  const key = mailboxKey(account, shown.id);
  const left =
    rule && !why && (await core.mirror.recall(`left ${key}`, (tx) => leftAmong(tx, [key]))).has(key);
  // A folded mail of one's own does not tell whom it went to.
  const covered = others.filter((mail, at) => {
    const measured = folded[at];
    if (mail.to.length + mail.cc.length === 0) return rule?.effect === 'log';
    return measured !== undefined && judgeByRules(rules, measured.about, measured.facts).why === null;
  });
  return {
    rule: rule && (await nameOf(core, rule, thread.subject)),
    why: left ? 'taken-back' : why && why.why !== 'no-rule' ? why.why : null,
    subjects: await switchesOf(core, rules, its.about, thread.subject, its.linked),
    folded: await countUnlogged(core, account, covered),
  };
}

async function countUnlogged(core: Core, account: string, mails: readonly MessageSeen[]): Promise<number> {
  const keys = mails.map(({ id }) => mailboxKey(account, id));
  const logged = await interactionsByKey(core.mirror, keys);
  return keys.filter((key) => !logged.has(key)).length;
}

async function nameOf(core: Core, { id, scope, value, effect }: Rule, subject: string): Promise<NamedRule> {
  const it = scope === 'thread' ? { scope, value, name: subject } : await named(core, scope, value);
  return { id, effect, ...it };
}

/** Somebody known, whoever it is. */
const somebody = [''];

type Names = Pick<About, 'contactIds' | 'companyIds'> & { subject: RuleSubject; threadKey?: string };

/** The conversation, its people, their companies, everybody known: from the narrowest to the widest. */
async function switchesOf(
  core: Core,
  rules: readonly Rule[],
  about: About,
  thread: string,
  linked: readonly Contact[],
): Promise<RuleSwitch[]> {
  if (linked.length === 0) return [];
  const people = linked.slice(0, mostPeople);
  const companies = [...new Set(people.flatMap(({ companyId }) => companyId ?? []))];
  const firms = await Promise.all(companies.map((id) => named(core, 'company', id)));
  const each = people.map(async (contact) => ({
    subject: { scope: 'contact' as const, value: contact.id, name: contact.name },
    ...(await namedAs(core, [contact])),
  }));
  const theirs = firms
    .filter(({ name }) => name !== '')
    .map(async (subject) => ({
      subject,
      ...(await namedAs(core, [{ id: '', companyId: subject.value }])),
    }));
  const all: Names[] = [
    { subject: { scope: 'thread', value: about.threadKey, name: thread }, ...about },
    ...(await Promise.all(each)),
    ...(await Promise.all(theirs)),
    { subject: { scope: 'everyone', value: '', name: '' }, contactIds: somebody, companyIds: [] },
  ];
  return Promise.all(
    all.map(async ({ subject, threadKey = '', contactIds, companyIds }) => {
      const by = ruleFor(rules, { threadKey, contactIds, companyIds });
      return { ...subject, on: by?.effect === 'log', by: by && (await nameOf(core, by, thread)) };
    }),
  );
}
