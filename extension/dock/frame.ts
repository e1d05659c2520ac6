/** The one sidebar frame of a tab, and the secret under which the background will know it. */
export type Frame = { element: HTMLIFrameElement; nonce: string };

/** What the frame needs of the browser. */
export type FrameSource = { getURL: (path: string) => string; title: string };

/**
 * Makes the sidebar's frame: an extension page in an iframe, so that page scripts and styles do not reach it.
 * The nonce is one-time: the background serves the frame only after our content script registered it for its tab.
 * It goes into the fragment, which no request carries.
 * @param path of the full page that it shows instead of the sidebar
 */
export function makeFrame(
  { getURL, title }: FrameSource,
  document: Document = globalThis.document,
  path = '',
): Frame {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const nonce = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const element = document.createElement('iframe');
  element.src = `${getURL('/sidebar.html')}#${nonce}${path}`;
  element.title = title;
  element.setAttribute('allow', '');
  element.setAttribute('referrerpolicy', 'no-referrer');
  element.style.cssText =
    'all:initial;display:block;box-sizing:border-box;width:100%;height:100%;border:0;color-scheme:light dark;background:transparent';
  return { element, nonce };
}
