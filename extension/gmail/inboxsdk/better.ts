import type { Better } from '../start.ts';
import { loadSdk, sdkVersion } from './load.ts';
import { makeSdkSurface } from './surface.ts';

/** InboxSDK as the better level; in Chromium's builds only. */
export const inboxSdk: Better = {
  sdk: sdkVersion,
  async load(parts) {
    const loaded = await loadSdk(parts.title, parts.page);
    if (loaded.sdk) {
      const { sdk } = loaded;
      return { make: (signal) => makeSdkSurface(sdk, { ...parts, signal }) };
    }
    const later = loaded.later.then(
      (sdk) => (signal: AbortSignal) => makeSdkSurface(sdk, { ...parts, signal }),
    );
    return { make: null, without: loaded.without, later };
  },
};
