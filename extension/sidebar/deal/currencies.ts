const byRegion: Record<string, string> = {
  CN: 'CNY',
  TW: 'TWD',
  HK: 'HKD',
  JP: 'JPY',
  GB: 'GBP',
  US: 'USD',
  CH: 'CHF',
};
const usual = [
  'EUR',
  'USD',
  'GBP',
  'CHF',
  'CNY',
  'TWD',
  'HKD',
  'JPY',
  'SGD',
  'KRW',
  'AUD',
  'CAD',
  'INR',
  'SEK',
  'PLN',
];
const euro = new Set(['DE', 'FR', 'AT', 'IT', 'ES', 'NL', 'BE', 'IE', 'PT', 'FI', 'GR', 'LU']);

/** The currency a new deal starts with: the last one used with these people, else the reader's own. */
export function defaultCurrency(used: readonly (string | null)[], locale: string): string {
  const last = used.find((currency) => currency !== null);
  if (last) return last;
  const region =
    new Intl.Locale(locale === 'en' ? navigator.language || 'en' : locale).maximize().region ?? '';
  return byRegion[region] ?? (euro.has(region) ? 'EUR' : 'USD');
}

export function currencyOptions(also: string | null): { value: string; label: string }[] {
  const codes = also && !usual.includes(also) ? [also, ...usual] : usual;
  return codes.map((code) => ({
    value: code,
    label: code,
  }));
}
