import './silence.ts';
import * as InboxSDK from '@inboxsdk/core';
import type { MailPage } from '../core.ts';
import { isPopOut } from '../mailbox-path.ts';
import { overrides } from './overrides.ts';

export type Sdk = InboxSDK.InboxSDK;
export type Loaded = { sdk: Sdk } | { sdk: null; without: 'timeout' | 'failed'; later: Promise<Sdk> };

/** `2.2.26`, without the build's stamp. */
export const sdkVersion: string = InboxSDK.LOADER_VERSION.split('-', 1)[0] ?? '';

/** `sdk_<name>_<first ten digits of sha1(name)>`: checked offline only, see decision 020. */
const APP_ID = 'sdk_sidebook_734dfc5186';
/** After the page says it is complete. The SDK never rejects where Gmail's globals are missing; it waits for ever. */
const PATIENCE_MS = 20_000;
/** Its own checks of the page print what they find; on in a build of our tests, where nothing it reports leaves. */
const checksItself = import.meta.env.SIDEBOOK_SDK_CHECKS === 'on';

const never = new Promise<never>(() => {});

/** Loads InboxSDK, or says after a while that it cannot be had; `later` resolves where it came all the same. */
export async function loadSdk(
  appName: string,
  { document, location }: Pick<MailPage, 'document' | 'location'>,
  patience = PATIENCE_MS,
): Promise<Loaded> {
  // It refuses the windows of one conversation, and says so by an uncaught error.
  if (isPopOut(location.pathname)) return { sdk: null, without: 'failed', later: never };
  const loading = InboxSDK.load(2, APP_ID, {
    appName,
    eventTracking: checksItself,
    globalErrorLogging: checksItself,
    selectorOverrides: overrides,
  });
  return Promise.race([
    loading.then(
      (sdk): Loaded => ({ sdk }),
      (): Loaded => ({ sdk: null, without: 'failed', later: never }),
    ),
    afterComplete(document, patience, loading),
  ]);
}

function afterComplete(document: Document, patience: number, later: Promise<Sdk>): Promise<Loaded> {
  return new Promise((resolve) => {
    const start = () => setTimeout(() => resolve({ sdk: null, without: 'timeout', later }), patience);
    if (document.readyState === 'complete') start();
    else document.defaultView?.addEventListener('load', start, { once: true });
  });
}
