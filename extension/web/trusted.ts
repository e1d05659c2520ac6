type Policy = { createScriptURL(url: string): string };
type TrustedTypes = {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): Policy;
};

/** The two scripts that this page ever starts by their address; the page's policy lets nothing else be made one. */
export function trustedUrls(urls: readonly string[]): (url: string) => string {
  const check = (url: string): string => {
    if (!urls.includes(url)) throw new TypeError(`${url} is no script of ours`);
    return url;
  };
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  const policy = trustedTypes?.createPolicy('sidebook', { createScriptURL: check });
  return policy ? (url) => policy.createScriptURL(url) : check;
}
