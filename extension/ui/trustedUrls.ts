type Policy = { createScriptURL(url: string): string };
type TrustedTypes = {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): Policy;
};

/**
 * The scripts that a page ever starts by their address; its policy lets nothing else be made one. The name stands in the
 * content security policy, and may be taken once a page.
 */
export function trustedUrls(name: string, urls: readonly string[]): (url: string) => string {
  const check = (url: string): string => {
    if (!urls.includes(url)) throw new TypeError(`${url} is no script of ours`);
    return url;
  };
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  const policy = trustedTypes?.createPolicy(name, { createScriptURL: check });
  return policy ? (url) => policy.createScriptURL(url) : check;
}
