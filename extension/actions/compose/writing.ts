import * as m from '../../../shared/i18n/compiled/messages.js';
import type {
  RecipientOnScreen,
  Wish,
  Writing,
  WritingAnswer,
  WritingOnScreen,
} from '../../messages/compose.ts';
import type { LogChoice } from '../../messages/state.ts';
import { startingWith } from '../../mirror/store.ts';
import { relativeTime } from '../../ui/relativeTime.ts';
import type { Core } from '../core.ts';
import { logTarget, threadKey } from '../log-target.ts';
import { isPrivate } from '../mail-facts.ts';
import { guardOf } from './guard.ts';
import { everybody, recipientsOf } from './recipients.ts';
import { readWish } from './wish.ts';

export const choiceOf = (wish: Wish | null): LogChoice =>
  wish?.deal ? { dealIds: wish.deal.id === null ? [] : [wish.deal.id] } : {};

/** What the bar of a compose window shows: by the mirror alone, while somebody types addresses. */
export async function writingAnswer(
  core: Core,
  tabId: number,
  account: string,
  writing: Writing,
): Promise<WritingAnswer> {
  const threadId = writing.threadId ?? '';
  const emails = everybody(writing).map(({ email }) => email);
  const [people, wish, target, logged] = await Promise.all([
    recipientsOf(core, account, writing),
    readWish(core, writing.key),
    logTarget(core, account, threadId, emails, {}),
    threadId === ''
      ? []
      : core.mirror.tagged('interaction', {
          ...startingWith(`interaction/thread/${threadKey(account, threadId)}/`),
          limit: 1,
        }),
  ]);
  return {
    line: lineOf(core, people),
    named: people.flatMap(({ email, name, contactId }) => (contactId ? [{ email, name }] : [])),
    deals: target.open,
    deal: target.deals[0] ?? null,
    noLog: target.blocked && noLogTexts[target.blocked](),
    proposed: logged.length > 0,
    private: isPrivate(core, tabId, { account, threadId, linked: target.linked }),
    wish,
    warnings: await guardOf(core, tabId, account, writing, people),
  };
}

const noLogTexts = {
  internal: m.compose_no_log_internal,
  unknown: m.compose_no_log_unknown,
  excluded: m.compose_no_log_excluded,
};

/** The one thing that matters most of the recipients, in a line. */
function lineOf(core: Core, people: readonly RecipientOnScreen[]): string | null {
  const outside = people.filter(({ internal }) => !internal);
  const [first, ...others] = [...outside].sort((a, b) => weight(b) - weight(a));
  if (!first) return null;
  const told = factsIn(core, first);
  if (told.length === 0) return null;
  const more = others.length > 0 ? ` +${others.length}` : '';
  return `${first.name}${more}: ${told.join(' · ')}`;
}

const weight = ({ blocked, bouncedAt, teammate, open, deal, contactId }: RecipientOnScreen): number =>
  (blocked ? 16 : 0) +
  (bouncedAt !== null ? 8 : 0) +
  (teammate ? 4 : 0) +
  (open.length > 0 ? 2 : 0) +
  (deal ? 1 : 0) +
  (contactId ? 0.5 : 0);

function factsIn(core: Core, person: RecipientOnScreen): string[] {
  const ago = (at: number) => relativeTime(at, core.now(), core.settings.locale());
  const { blocked, bouncedAt, excluded, teammate, open, more, deal, lastContactAt, contactId } = person;
  const facts = [
    blocked && m.compose_fact_blocked(),
    bouncedAt !== null && m.compose_fact_bounced(),
    teammate && m.compose_fact_teammate({ who: teammate.name, ago: ago(teammate.at) }),
    excluded && m.compose_fact_excluded(),
    open.length > 0 && m.compose_fact_open({ count: open.length + more }),
    deal && (deal.stage ? `${deal.title}, ${deal.stage}` : deal.title),
    lastContactAt !== null && m.compose_fact_last({ ago: ago(lastContactAt) }),
    contactId === null && m.compose_fact_unknown(),
  ];
  return facts.filter((fact) => fact !== false && fact !== null && fact !== '').slice(0, 3) as string[];
}

/** The card of recipients, for the sidebar of the tab; null while nobody writes. */
export async function writingOnScreen(core: Core, tabId: number): Promise<WritingOnScreen | null> {
  const { writing, shown, health } = core.sessions.get(tabId);
  if (!writing || shown.kind !== 'mail') return null;
  // While InboxSDK still loads nothing is known to be missing.
  if (writing === 'plain') return health?.without === 'loading' ? null : { people: [], plain: true };
  return { people: await recipientsOf(core, shown.screen.account, writing), plain: false };
}
