import { browser } from 'wxt/browser';
import { emailKey } from '../../../shared/identity/email.ts';
import { keyText } from '../../../shared/identity/key.ts';
import type { Sighting } from '../../../shared/identity/sighting.ts';
import { CodedError } from '../../../shared/kit/error.ts';
import { answerCompose } from '../../actions/compose/compose.ts';
import { forgetScheduled, scheduledSeen } from '../../actions/compose/scheduled.ts';
import { mailSent } from '../../actions/compose/sent.ts';
import { settleShown } from '../../actions/compose/settle.ts';
import type { Core } from '../../actions/core.ts';
import { pageRefusal } from '../../actions/exclusions.ts';
import { recipesOf, siteOf } from '../../actions/recipes.ts';
import { logSentByRules } from '../../actions/rules/log-by-rule.ts';
import { logsAny, ownRules } from '../../actions/rules/rules-of.ts';
import { suggestionsFor } from '../../actions/view/suggestions.ts';
import type { MailScreen } from '../../gmail/surface.ts';
import type { Shown } from '../../messages/screen/session.ts';
import type { Sender } from '../../messages/sender.ts';
import type { TabSettings } from '../../messages/tab.ts';
import { checkedFromTab } from '../../messages/tab-schema.ts';
import { readShape } from '../../recognisers/taught/recipe.ts';
import type { Background } from './open.ts';
import { answerPlace } from './places.ts';
import { tabSettings } from './to-tab.ts';

type FromContent = Extract<Sender, { kind: 'content' }>;
/** Pages of ours in one mailbox: the one shown, and those that the browser has not thrown away yet. */
const mostRoutes = 4;
export const gmailOrigin = 'https://mail.google.com';

/** InboxSDK's own request for its page part; the same as `@inboxsdk/core/background` does, for Gmail's top frame only. */
export function injectPageWorld(message: unknown, from: FromContent): boolean {
  const asks =
    typeof message === 'object' &&
    message !== null &&
    'type' in message &&
    message.type === 'inboxsdk__injectPageWorld';
  if (!asks || from.origin !== gmailOrigin || import.meta.env.FIREFOX) return false;
  browser.scripting
    .executeScript({
      target: { tabId: from.tabId, documentIds: [from.documentId] },
      world: 'MAIN',
      files: ['/pageWorld.js' as never],
    })
    // The page went meanwhile. Where it did not, InboxSDK does not load, and the level says so.
    .catch(() => undefined);
  return true;
}

function readAgain(page: Background['page'], tabId: number): void {
  page.read(tabId).catch((cause: unknown) => {
    // A page that may not be read is an answer.
    if (!(cause instanceof CodedError)) reportError(cause);
  });
}

/** Takes what a content script tells; a message it may not send, or of no known shape, changes nothing. */
export async function takeFromTab(
  background: Background,
  given: unknown,
  from: FromContent,
): Promise<TabSettings | null> {
  const message = checkedFromTab(given);
  const { desk, workspaces, page, rows, places, marks } = background;
  if (!message) return null;
  const { sessions, settings } = desk;
  const session = sessions.get(from.tabId);
  const inGmail = from.origin === gmailOrigin;
  switch (message.type) {
    case 'wake':
      await workspaces.of(from.tabId);
      break;
    case 'frame':
      marks.forget(from.tabId);
      if (message.route) {
        if (!inGmail) return null;
        const before = session.routes ?? [];
        const routes = [...before, { nonce: message.nonce, document: null }].slice(-mostRoutes);
        sessions.change(from.tabId, { routes });
        break;
      }
      places.forget(from.tabId);
      // A page that has just come has no window open in which somebody writes.
      sessions.change(from.tabId, { frame: { nonce: message.nonce, document: null }, writing: null });
      // A browser under load may tell of a page's loading after its script told of the page, which forgets it again.
      if (!inGmail && session.shown.kind === 'none') readAgain(page, from.tabId);
      break;
    case 'mail': {
      if (!inGmail) return null;
      const before = session.shown.kind === 'mail' ? session.shown.screen.thread : null;
      const same =
        before?.id === message.screen.thread?.id && before?.selectedId === message.screen.thread?.selectedId;
      sessions.change(from.tabId, {
        shown: { kind: 'mail', screen: message.screen, level: message.level },
        ...(same ? {} : { selected: null }),
        ...(before?.id === message.screen.thread?.id ? {} : { probably: {}, automatic: {}, left: {} }),
      });
      const core = await workspaces.of(from.tabId);
      core?.sync.ifStale();
      if (core) await heedMail(core, from.tabId, message.screen);
      break;
    }
    case 'rows': {
      if (!inGmail) return null;
      const chips = await rows.answer(from.tabId, message.rows);
      return { ...tabSettings(settings), ...(chips && { chips }) };
    }
    case 'sent': {
      if (!inGmail) return null;
      const core = await workspaces.of(from.tabId);
      if (core && message.writing) await forgetScheduled(core, message.writing.key);
      if (core && !(await mailSent(core, from.tabId, message)))
        await logSentByRules(core, from.tabId, message.read);
      break;
    }
    case 'compose': {
      const core = inGmail && session.shown.kind === 'mail' ? await workspaces.of(from.tabId) : null;
      if (!core || session.shown.kind !== 'mail') return null;
      const compose = await answerCompose(core, from.tabId, session.shown.screen.account, message.ask);
      return { ...tabSettings(settings), compose };
    }
    case 'place':
      if (!inGmail) return null;
      await answerPlace(background, from.tabId, message.ask);
      break;
    case 'pointed': {
      const key = inGmail ? emailKey(message.email) : null;
      if (!key || session.shown.kind !== 'mail' || !session.shown.screen.thread) return null;
      // Whom the conversation does not name cannot be shown; the sidebar then stays as it is.
      sessions.change(from.tabId, { selected: keyText(key) });
      break;
    }
    case 'suggest': {
      const core = inGmail ? await workspaces.of(from.tabId) : null;
      const suggestions = core ? await suggestionsFor(core, message.query) : [];
      return { ...tabSettings(settings), suggestions };
    }
    case 'set-log-on-send':
      if (!inGmail) return null;
      await settings.set({ logOnSend: message.on });
      desk.tellTabs();
      break;
    case 'health':
      if (!inGmail) return null;
      sessions.change(from.tabId, { health: message.health });
      break;
    case 'read-me':
      await page.read(from.tabId);
      break;
    case 'page':
      // A page can only speak for itself.
      if (inGmail || !URL.canParse(message.screen.url) || new URL(message.screen.url).origin !== from.origin)
        return null;
      if (await pageRefusal(await workspaces.of(from.tabId), message.screen.url))
        message.screen = { ...message.screen, readable: false, selection: null, sightings: [] };
      sessions.change(from.tabId, {
        shown: { kind: 'page', screen: message.screen, ...readBefore(session.shown, message.screen.url) },
      });
      break;
    case 'recipes':
      break;
    case 'doubt':
      background.ports.doubt(from.tabId);
      return null;
    case 'taught': {
      // Only what somebody asked for in the sidebar, and only for the site that it is said by.
      if (session.teaching?.stage !== 'pointing') return null;
      const host = siteOf(from.url);
      const { taught } = message;
      const isRead = taught !== null && readShape(taught.shape) !== null;
      sessions.change(from.tabId, {
        teaching: isRead && host ? { stage: 'preview', host, ...taught } : null,
      });
      break;
    }
  }
  const core = await workspaces.of(from.tabId);
  const look = inGmail || (await pageRefusal(core, from.url)) === null;
  const recipes = look && core && !inGmail ? await recipesOf(core, from.url) : [];
  const rules = inGmail && core !== null && logsAny(await ownRules(core));
  return { ...tabSettings(settings), look, recipes, rules };
}

/** What a shown conversation tells beside its people: addresses that do not work, and answers that were awaited. */
async function heedMail(core: Core, tabId: number, { thread }: MailScreen): Promise<void> {
  if (!thread) return;
  const failed = thread.messages.flatMap(({ failed: addresses = [] }) => addresses);
  if (failed.length > 0) await core.bounced.add(failed, core.now());
  await scheduledSeen(core, tabId);
  await settleShown(core, tabId);
}

/** What somebody had read of this page is still known when the page is read again. */
const readBefore = (shown: Shown, url: string): { read?: Sighting[] } =>
  shown.kind === 'page' && shown.screen.url === url && shown.read ? { read: shown.read } : {};
