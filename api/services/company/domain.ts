/** Lower case, without a dot at the end, each once. */
export const normalisedDomains = (domains: string[]): string[] =>
  Array.from(new Set(domains.map((domain) => domain.trim().toLowerCase().replace(/\.$/, ''))));

/** What makes a company findable by its domains. */
export const domainFindable = (domains: string[]): string => domains.join(' ');
