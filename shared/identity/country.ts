/** Country domains that are sold to everybody, and those that are no country's. */
const notCountries = new Set('ai co fm gg io ly me sh so to tv ws eu su'.split(' '));

/** The country whose national phone numbers somebody under this host most likely writes; null where it tells none. */
export function countryOfHost(host: string): string | null {
  const top = host.toLowerCase().split('.').at(-1) ?? '';
  if (!/^[a-z]{2}$/.test(top) || notCountries.has(top)) return null;
  return top === 'uk' ? 'GB' : top.toUpperCase();
}
