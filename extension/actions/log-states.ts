import { lookUpKeys, mailboxKey } from '../../shared/domain/interaction/fingerprint.ts';
import { type WhyNot, whyNot } from '../../shared/domain/interaction/why-not.ts';
import type { MessageSeen } from '../gmail/surface.ts';
import { newSession } from '../messages/screen/session.ts';
import type { LogState, MessageOnScreen } from '../messages/state.ts';
import { automaticIn } from './automatic.ts';
import { type Core, meOf } from './core.ts';
import { glimpsed } from './glimpsed.ts';
import { titlesOf } from './log-place.ts';
import { emailsOf, factsOf, isPrivate, peopleJudge } from './mail-facts.ts';
import { saving } from './saving.ts';
import {
  type Entry,
  interactionsByKey,
  memberNames,
  resembled,
  sameMail,
  waitingLogs,
} from './view/lookup.ts';

type MailState = Pick<MessageOnScreen, 'log' | 'forwardOf'>;

/**
 * What is known of the log of each of these mails of one conversation, and why those that are not logged are not. [G1]
 * @param tabId whose clicks count as well; null: nobody's
 */
export async function mailStates(
  core: Core,
  tabId: number | null,
  { account, threadId, subject }: { account: string; threadId: string; subject?: string },
  mails: readonly MessageSeen[],
): Promise<MailState[]> {
  const session = tabId === null ? newSession() : core.sessions.get(tabId);
  const keysOf = (mail: MessageSeen) => [mailboxKey(account, mail.id), ...mail.digests];
  const asked = mails.flatMap((mail) => [...keysOf(mail), ...(mail.forwarded?.digests ?? [])]);
  const [found, judge, members, waiting] = await Promise.all([
    interactionsByKey(core.mirror, lookUpKeys(asked)),
    peopleJudge(core, account, mails.flatMap(emailsOf)),
    memberNames(core.mirror),
    waitingLogs(core.mirror),
  ]);
  const me = meOf(core);
  const titles = titlesOf(core.mirror);
  const logOf = (entry: Entry) => ({
    interactionId: entry.id,
    by: members.get(entry.loggedBy ?? '')?.name ?? '',
    at: entry.loggedAt,
  });
  const of = async (mail: MessageSeen): Promise<LogState> => {
    if (tabId !== null && saving.has(tabId, mail.id)) return { state: 'saving' };
    const keys = keysOf(mail);
    const logged = sameMail(found, keys);
    if (logged)
      return {
        state: waiting.has(logged.id) ? 'waiting' : 'logged',
        ...logOf(logged),
        ...(await titles(logged)),
        byMe: logged.loggedBy === me,
        bodyState: logged.bodyState,
        private: logged.privateTo !== null,
        rule: logged.rule ?? null,
        ruleId: logged.ruleId ?? null,
      };
    // What a click found out counts for more than what is only seen.
    const known = session.probably[mail.id];
    const same = (known && (await core.mirror.get('interaction', known))) || resembled(found, keys);
    const other = same || (subject === undefined ? null : await glimpsed(core.mirror, mail, subject, keys));
    const alike = same ? 'words' : mail.loaded ? 'head' : 'folded';
    if (other) return { state: 'probably', ...logOf(other), deals: (await titles(other)).deals, alike };
    const judged = judge(emailsOf(mail));
    const hidden = isPrivate(core, tabId, { account, threadId, linked: judged.linked });
    const why = whyNot(factsOf(judged, mail, automaticIn(session, account, mail), hidden));
    return { state: 'none', why: knowsPeople(mail) ? why : told(why, session.left?.[mail.id]) };
  };
  return Promise.all(
    mails.map(async (mail) => {
      const original = mail.forwarded ? resembled(found, mail.forwarded.digests) : null;
      return {
        log: await of(mail),
        forwardOf: original && { ...logOf(original), byMe: original.loggedBy === me },
      };
    }),
  );
}

/** Of a folded message the page tells who wrote it, and not to whom. */
const knowsPeople = ({ loaded, to, cc }: MessageSeen): boolean => loaded || to.length + cc.length > 0;

/** What can be said without knowing to whom it went; else what reading it has told. */
const told = (why: WhyNot | null, read: WhyNot | undefined): WhyNot | null =>
  why && why.why !== 'internal' && why.why !== 'unknown' ? why : (read ?? null);
