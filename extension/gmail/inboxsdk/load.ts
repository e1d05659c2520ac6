import './silence.ts';
import * as InboxSDK from '@inboxsdk/core';

export type Sdk = InboxSDK.InboxSDK;
export type Loaded = { sdk: Sdk } | { sdk: null; without: 'timeout' | 'failed' };

/** `2.2.26`, without the build's stamp. */
export const sdkVersion: string = InboxSDK.LOADER_VERSION.split('-', 1)[0] ?? '';

/** `sdk_<name>_<first ten digits of sha1(name)>`: checked offline only, see decision 020. */
const APP_ID = 'sdk_sidebook_734dfc5186';
/** After the page says it is complete. The SDK never rejects where Gmail's globals are missing; it waits for ever. */
const PATIENCE_MS = 20_000;

/** Loads InboxSDK, or says after a while that it cannot be had. A late success is dropped: the other level has begun. */
export async function loadSdk(appName: string, document: Document, patience = PATIENCE_MS): Promise<Loaded> {
  const loading = InboxSDK.load(2, APP_ID, { appName, eventTracking: false, globalErrorLogging: false }).then(
    (sdk): Loaded => ({ sdk }),
    (): Loaded => ({ sdk: null, without: 'failed' }),
  );
  return Promise.race([loading, afterComplete(document, patience)]);
}

function afterComplete(document: Document, patience: number): Promise<Loaded> {
  return new Promise((resolve) => {
    const start = () => setTimeout(() => resolve({ sdk: null, without: 'timeout' }), patience);
    if (document.readyState === 'complete') start();
    else document.defaultView?.addEventListener('load', start, { once: true });
  });
}
