import { browser } from 'wxt/browser';
import { limits } from '../../../shared/domain/limits.ts';
import { CodedError } from '../../../shared/kit/error.ts';
import type { Sessions } from '../../messages/screen/session.ts';
import { isUntouchedAddress } from '../../recognisers/silence.ts';

export type PageReader = {
  /** Reads the page in the tab, if a click, a chord, a menu or a switch gave leave. */
  read(tabId: number): Promise<void>;
  /** Another page is coming: what the tab showed is no longer there. */
  left(tabId: number): void;
  /** Another page is there; a click on the same site still gives leave to read it. */
  arrived(tabId: number): Promise<void>;
};

/** @param mayLook whether a page of this address may be looked at in this tab */
export function openPageReader(
  sessions: Sessions,
  isPaired: () => boolean,
  mayLook: (tabId: number, url: string) => Promise<boolean>,
): PageReader {
  /** Tabs whose last page was read and left. */
  const left = new Set<number>();

  async function addressOnly(tabId: number): Promise<boolean> {
    const tab = await browser.tabs.get(tabId);
    // The browser's own pages keep even their address from us: then a note stands alone.
    const url = tab.url?.slice(0, limits.url) ?? '';
    if (url.startsWith(`${location.origin}/`)) return false;
    const title = (tab.title ?? '').slice(0, limits.title);
    sessions.change(tabId, {
      shown: { kind: 'page', screen: { url, title, readable: false, selection: null, sightings: [] } },
      selected: null,
    });
    return true;
  }

  async function read(tabId: number): Promise<void> {
    if (!isPaired()) return;
    const { url } = await browser.tabs.get(tabId);
    // Without leave its address is not told, and the script below is refused. A file of this machine is no page.
    if (url && (!/^https?:/i.test(url) || !(await mayLook(tabId, url)))) {
      await addressOnly(tabId);
      return;
    }
    const target = { tabId, frameIds: [0] };
    try {
      const [type] = await browser.scripting.executeScript({ target, func: () => document.contentType });
      // A viewer around a file is no page: there is nobody in it to read.
      if (type?.result === 'application/pdf' && (await addressOnly(tabId))) return;
      // The reader sends what it found by itself, as every content script does.
      await browser.scripting.executeScript({ target, files: ['/page-reader.js' as never] });
    } catch (cause) {
      // A page that no extension may enter: its address can still be noted.
      if (!(await addressOnly(tabId))) throw new CodedError('page.unreadable', undefined, { cause });
    }
  }

  return {
    read,
    left: (tabId) => {
      const { shown, offer } = sessions.get(tabId);
      if (offer) sessions.change(tabId, { offer: null });
      if (shown.kind !== 'page') return;
      left.add(tabId);
      sessions.change(tabId, { shown: { kind: 'none' }, selected: null, teaching: null });
    },
    arrived: async (tabId) => {
      if (!left.delete(tabId) || sessions.get(tabId).shown.kind !== 'none') return;
      // There a click reads one page, and the next one waits for its own.
      if (isUntouchedAddress((await browser.tabs.get(tabId)).url)) {
        await addressOnly(tabId);
        return;
      }
      await read(tabId).catch((cause: unknown) => {
        // Another site: its first click gives leave again.
        if (!(cause instanceof CodedError)) throw cause;
      });
    },
  };
}
