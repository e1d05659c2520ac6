/** Every site, as the browser's permission prompt knows it. */
export const allSites = ['https://*/*', 'http://*/*'];
const gmail = 'https://mail.google.com/*';

/** The granted patterns that are the user's own choice: all but the one the extension is installed with. */
export const chosenSites = (origins: readonly string[]): string[] =>
  origins.filter((origin) => origin !== gmail).sort();

/** The patterns of a site as somebody types it: the name itself and what is under it; null for anything else. */
export function sitePatterns(typed: string): string[] | null {
  const text = typed.trim();
  const address = /^https?:\/\//i.test(text) ? text : `https://${text}`;
  if (!text || /^(?!https?:)[a-z][a-z0-9+.-]*:\/\//i.test(text) || !URL.canParse(address)) return null;
  const { protocol, hostname } = new URL(address);
  if (!/^[a-z0-9-]+(\.[a-z0-9-]+)*$/.test(hostname)) return null;
  const isName = hostname.includes('.') && !/^[\d.]+$/.test(hostname);
  return isName
    ? [`${protocol}//${hostname}/*`, `${protocol}//*.${hostname}/*`]
    : [`${protocol}//${hostname}/*`];
}

/** A pattern as a person reads it. */
export const siteName = (pattern: string): string => pattern.replace(/^[^:]+:\/\//, '').replace(/\/\*$/, '');
