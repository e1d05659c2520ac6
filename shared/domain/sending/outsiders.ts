/** Somebody on a mail: of our own side, or of a company as their address tells; null for free mail. */
export type OnMail = { email: string; ours: boolean; domain: string | null };

export type Outsider = { email: string; among: 'ours' | 'company'; domain: string | null };

/**
 * Recipients whom a conversation did not have so far and who do not belong: somebody from outside in talk among
 * colleagues, or somebody of another company in talk with one. One address alone is no talk yet.
 */
export function outsiders(conversation: readonly OnMail[], recipients: readonly OnMail[]): Outsider[] {
  const known = new Set(conversation.map(({ email }) => email.toLowerCase()));
  const others = conversation.filter(({ ours }) => !ours);
  const fresh = recipients.filter(({ email, ours }) => !ours && !known.has(email.toLowerCase()));
  if (conversation.length === 0) return [];
  if (others.length === 0)
    return conversation.length > 1
      ? fresh.map(({ email, domain }) => ({ email, among: 'ours', domain }))
      : [];
  const domains = new Set(others.map(({ domain }) => domain));
  const [only = null] = domains;
  if (domains.size !== 1 || only === null) return [];
  return fresh
    .filter(({ domain }) => domain !== only)
    .map(({ email }) => ({ email, among: 'company', domain: only }));
}
