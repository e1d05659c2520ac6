import { hostOf } from '../../identity/domain.ts';

/** What a host is that we stay away from by default. */
export const quietKinds = ['money', 'health', 'state', 'secrets', 'mail', 'local'] as const;
export type QuietKind = (typeof quietKinds)[number];

/** By a label of the host, or a part of one between hyphens, so that `online.mybank.de` is meant too. */
const parts: readonly (readonly [QuietKind, string])[] = [
  [
    'money',
    '[a-z]*bank(?:ing)?|sparkasse|volksbank|raiffeisen|paypal|venmo|klarna|coinbase|binance|wellsfargo|hsbc|natwest|santander|bbva|caixabank|bnpparibas|societegenerale|creditagricole|unicredit|intesasanpaolo|icbc|abchina|cmbchina|alipay|tenpay|unionpay|esunbank|cathaybk|ctbcbank',
  ],
  ['health', 'myhealth|mychart|kaiserpermanente|medicare|doctolib|krankenkasse|teladoc|zocdoc|haodf|guahao'],
  ['state', 'elster|impots|service-public'],
  ['secrets', '1password|lastpass|bitwarden|dashlane|keepersecurity|nordpass'],
];
/** Words that others have in their names too: only as a whole label. */
const wholes: readonly (readonly [QuietKind, string])[] = [
  [
    'money',
    'wise|revolut|stripe|kraken|fidelity|vanguard|schwab|chase|citi|barclays|lloyds|ing|ing-diba|ccb|boc',
  ],
  ['health', 'epic|nhs|patient|patienten|ameli'],
  ['state', 'irs'],
  ['secrets', 'okta|auth0'],
];
const labels: readonly (readonly [QuietKind, RegExp])[] = [
  ...parts.map(([kind, words]) => [kind, new RegExp(`(?:^|[.-])(?:${words})(?=[.-]|$)`)] as const),
  ...wholes.map(([kind, words]) => [kind, new RegExp(`(?:^|\\.)(?:${words})(?=\\.)`)] as const),
];

const ends: readonly (readonly [QuietKind, RegExp])[] = [
  ['money', /\.bank$/],
  [
    'state',
    /\.(?:gov|mil|gouv\.fr|go[bv]?\.[a-z]{2}|gub\.[a-z]{2}|admin\.ch|bund\.de|gc\.ca|gv\.at|europa\.eu)$/,
  ],
  // RFC 6762, RFC 8375, and what routers and offices use beside them.
  ['local', /(?:^|\.)(?:local|localhost|lan|internal|home|home\.arpa|intranet|corp)$/],
];
const hosts: Partial<Record<string, QuietKind>> = {
  'accounts.google.com': 'secrets',
  'myaccount.google.com': 'secrets',
  'appleid.apple.com': 'secrets',
  'account.apple.com': 'secrets',
  'login.microsoftonline.com': 'secrets',
  'login.live.com': 'secrets',
  'vault.bitwarden.com': 'secrets',
  'mail.google.com': 'mail',
  'mail.yahoo.com': 'mail',
  'mail.proton.me': 'mail',
  'outlook.live.com': 'mail',
  'outlook.office.com': 'mail',
  'outlook.office365.com': 'mail',
  'mail.qq.com': 'mail',
  'wx.mail.qq.com': 'mail',
  'exmail.qq.com': 'mail',
  'mail.163.com': 'mail',
  'mail.126.com': 'mail',
};

/** This machine itself is not the network around it: somebody's own site under work. */
const loopback = /^https?:\/\/(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?(?:[/?#]|$)/i;

/** What kind of place nobody looks at by default a host is; null for all others. */
export function quietHost(host: string): QuietKind | null {
  const known = Object.hasOwn(hosts, host) ? hosts[host] : undefined;
  if (known) return known;
  for (const [kind, pattern] of ends) if (pattern.test(host)) return kind;
  for (const [kind, pattern] of labels) if (pattern.test(host)) return kind;
  return null;
}

/** The same of a page's address. An address without a public host (a literal, a name without a dot) is of the local network. */
export function quietPage(url: string): QuietKind | null {
  if (loopback.test(url)) return null;
  const host = hostOf(url);
  return host ? quietHost(host) : 'local';
}
