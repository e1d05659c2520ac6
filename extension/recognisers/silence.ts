import { hostOf } from '../../shared/identity/domain.ts';

/**
 * Sites where we stay silent even where the user switched everything on: money, health, the state, passwords,
 * other people's mail, the local network. By label of the host, so that `online.mybank.de` is meant too.
 */
const quietLabels =
  /(?:^|[.-])(?:[a-z]*bank(?:ing)?|sparkasse|volksbank|paypal|stripe|wise|revolut|venmo|coinbase|binance|kraken|fidelity|vanguard|schwab|wellsfargo|chase|citi|hsbc|barclays|santander|bbva|ing-diba|icbc|ccb|abchina|alipay|tenpay|unionpay|1password|lastpass|bitwarden|dashlane|keepersecurity|okta|auth0|myhealth|patient|kaiserpermanente|mychart|epic|nhs|medicare|irs|elster|impots)(?=[.-]|$)/;
const quietEnds = /\.(?:gov|mil|bank|gouv\.fr|gov\.[a-z]{2}|gob\.[a-z]{2}|go\.[a-z]{2}|admin\.ch|bund\.de)$/;
const quietHosts =
  /^(?:accounts\.google\.com|mail\.google\.com|mail\.yahoo\.com|mail\.proton\.me|outlook\.(?:live|office|office365)\.com|mail\.qq\.com|mail\.163\.com|exmail\.qq\.com|appleid\.apple\.com|login\.microsoftonline\.com|myaccount\.google\.com|vault\.bitwarden\.com)$/;
/** A page of LinkedIn is never touched: its terms forbid it, and its users lose accounts over it. */
const untouched = /(?:^|\.)(?:linkedin|linkedin-ei)\.(?:com|cn)$|(?:^|\.)lnkd\.in$/;

/** This machine itself is not the network around it: somebody's own site under work, our sample site. */
const loopback = /^https?:\/\/(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?(?:[/?#]|$)/i;

/** True for a page that is neither read nor given anything of ours. */
export function isSilent(url: string): boolean {
  if (!/^https?:/i.test(url)) return true;
  if (loopback.test(url)) return false;
  // No public host: an address literal or a name without a dot is of the local network.
  const host = hostOf(url);
  if (!host || /\.(?:local|localhost|lan|internal|home|intranet|corp)$/.test(host)) return true;
  return untouched.test(host) || quietHosts.test(host) || quietEnds.test(host) || quietLabels.test(host);
}

/** True while a password is being typed. */
export function isPasswordFocused(document: Document): boolean {
  const active = document.activeElement;
  return active?.localName === 'input' && active.getAttribute('type')?.toLowerCase() === 'password';
}
