/** Google ignores dots in these domains and takes both names for one. */
const dotless = new Set(['gmail.com', 'googlemail.com']);

/** An address as the mailbox's host delivers it: lower case, without `+tag`, and dots where they do not count. */
export function deliveredAddress(email: string): string {
  const address = email.trim().toLowerCase();
  const at = address.lastIndexOf('@');
  if (at < 1) return address;
  const domain = address.slice(at + 1);
  const local = address.slice(0, at).replace(/\+.*$/, '');
  return dotless.has(domain) ? `${local.replaceAll('.', '')}@gmail.com` : `${local}@${domain}`;
}

/** Whether a mail to or from this address is the account's own. */
export const isOwnAddress = (email: string, account: string): boolean =>
  email.includes('@') && deliveredAddress(email) === deliveredAddress(account);
