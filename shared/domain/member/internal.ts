/** What tells our own side: whole addresses, and domains that belong to the workspace. */
export type OwnSide = { emails: ReadonlySet<string>; domains: ReadonlySet<string> };

/**
 * @param emails normalised addresses of the account and of all members
 * @param domainOf the registrable domain of an address; null where anybody has an address (free mail)
 */
export function ownSide(emails: readonly string[], domainOf: (email: string) => string | null): OwnSide {
  const domains = new Set<string>();
  for (const email of emails) {
    const domain = domainOf(email);
    if (domain) domains.add(domain);
  }
  return { emails: new Set(emails), domains };
}

export const isInternal = (side: OwnSide, email: string, domain: string | null): boolean =>
  side.emails.has(email) || (domain !== null && side.domains.has(domain));
