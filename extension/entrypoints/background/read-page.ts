import { browser } from 'wxt/browser';
import { limits } from '../../../shared/domain/limits.ts';
import { CodedError } from '../../../shared/kit/error.ts';
import type { Sessions } from '../../messages/screen/session.ts';

export type PageReader = {
  /** Reads the page in the tab, if a click, a chord, a menu or a switch gave leave. */
  read(tabId: number): Promise<void>;
  /** What the tab showed is no longer there. */
  navigated(tabId: number, status: string): void;
};

export function openPageReader(sessions: Sessions, isPaired: () => boolean): PageReader {
  async function addressOnly(tabId: number): Promise<boolean> {
    const tab = await browser.tabs.get(tabId);
    const url = tab.url?.slice(0, limits.url);
    if (!url || !/^(https?|file|ftp):/.test(url)) return false;
    const title = (tab.title ?? '').slice(0, limits.title);
    sessions.change(tabId, {
      shown: { kind: 'page', screen: { url, title, readable: false, selection: null, sightings: [] } },
      selected: null,
    });
    return true;
  }

  async function read(tabId: number): Promise<void> {
    if (!isPaired()) return;
    try {
      // The reader sends what it found by itself, as every content script does.
      await browser.scripting.executeScript({
        target: { tabId, frameIds: [0] },
        files: ['/page-reader.js' as never],
      });
    } catch (cause) {
      // A page that no extension may enter (a PDF, the browser's own): its address can still be noted.
      if (!(await addressOnly(tabId))) throw new CodedError('page.unreadable', undefined, { cause });
    }
  }

  return {
    read,
    navigated: (tabId, status) => {
      const { shown } = sessions.get(tabId);
      if (shown.kind !== 'page') return;
      if (status === 'loading') sessions.change(tabId, { shown: { kind: 'none' }, selected: null });
    },
  };
}
