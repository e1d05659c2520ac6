/** Pages of browser extensions only; a web page never gets an answer that it could read. */
export const isAllowedOrigin = (origin: string): boolean =>
  /^(chrome|moz)-extension:\/\/[\w-]+$/.test(origin);

/** What a browser needs to hear before and with an answer across origins. No cookies exist, so no credentials. */
export function corsHeaders(origin: string | null): Record<string, string> {
  if (!origin || !isAllowedOrigin(origin)) return {};
  return {
    'access-control-allow-origin': origin,
    'access-control-allow-headers': 'authorization, content-type, last-event-id, x-sidebook-protocol',
    'access-control-allow-methods': 'GET, POST',
    'access-control-expose-headers': 'retry-after',
    'access-control-max-age': '600',
    // A paired server often stands on the user's own machine or network.
    'access-control-allow-private-network': 'true',
    vary: 'origin',
  };
}
