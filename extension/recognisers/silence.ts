import { plain } from './dom.ts';

/** A page of LinkedIn is never touched unasked: its terms forbid it, and its users lose accounts over it. */
const untouched = /(?:^|\.)(?:linkedin|linkedin-ei)\.(?:com|cn)$|(?:^|\.)lnkd\.in$/i;

/** True for a host into whose pages nothing of ours is put, whatever was granted: there is the click alone. */
export const isUntouched = (host: string): boolean => untouched.test(host);
export const isUntouchedAddress = (url: string | undefined): boolean =>
  url !== undefined && URL.canParse(url) && isUntouched(new URL(url).hostname);

/** The same as match patterns: no script is registered there, whatever is granted. */
export const untouchedPatterns = [
  '*://*.linkedin.com/*',
  '*://*.linkedin.cn/*',
  '*://*.linkedin-ei.com/*',
  '*://*.lnkd.in/*',
];

/** True while a password is being typed. */
export function isPasswordFocused(document: Document): boolean {
  const active = plain(document).activeElement;
  return active?.localName === 'input' && active.getAttribute('type')?.toLowerCase() === 'password';
}
