import { getDomain } from 'tldts';

/** The registrable name of a host by the whole public suffix list, those of hosters included. */
export const registrable = (host: string): string | null => getDomain(host, { allowPrivateDomains: true });
