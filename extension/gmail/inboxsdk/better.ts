import type { Better } from '../start.ts';
import { loadSdk, sdkVersion } from './load.ts';
import { makeSdkSurface } from './surface.ts';

/** InboxSDK as the better level; in Chromium's builds only. */
export const inboxSdk: Better = {
  sdk: sdkVersion,
  async load(parts) {
    const loaded = await loadSdk(parts.title, parts.page.document);
    if (!loaded.sdk) return { surface: null, without: loaded.without };
    return { surface: makeSdkSurface(loaded.sdk, parts) };
  },
};
