import { foldText } from '../../../shared/kit/fold.ts';

const others: Record<string, string> = {
  uk: 'GB',
  'great britain': 'GB',
  england: 'GB',
  scotland: 'GB',
  wales: 'GB',
  usa: 'US',
  'u.s.a.': 'US',
  'u.s.': 'US',
  america: 'US',
  prc: 'CN',
  'mainland china': 'CN',
  'p.r. china': 'CN',
  中国大陆: 'CN',
  大陆: 'CN',
  'hong kong': 'HK',
  香港: 'HK',
  macau: 'MO',
  澳门: 'MO',
  korea: 'KR',
  'south korea': 'KR',
  'republic of korea': 'KR',
  taiwan: 'TW',
  台湾: 'TW',
  holland: 'NL',
  'the netherlands': 'NL',
  uae: 'AE',
  czechia: 'CZ',
  'czech republic': 'CZ',
  russia: 'RU',
  vietnam: 'VN',
};
/** ISO 3166 codes of all countries. */
export const countryCodes: readonly string[] =
  'AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FR GA GB GD GE GH GM GN GQ GR GT GW GY HK HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KM KN KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MK ML MM MN MO MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NZ OM PA PE PG PH PK PL PS PT PY QA RO RS RU RW SA SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TW TZ UA UG US UY UZ VA VC VE VN YE ZA ZM ZW'.split(
    ' ',
  );

let names: Map<string, string> | null = null;

/** Every country by its code and its names in the languages that headers are read in. */
function namesOf(): Map<string, string> {
  if (names) return names;
  names = new Map(Object.entries(others));
  for (const language of ['en', 'zh-Hans', 'zh-Hant', 'de', 'fr', 'es', 'ja']) {
    const display = new Intl.DisplayNames([language], { type: 'region' });
    for (const code of countryCodes) names.set(foldText(display.of(code) ?? code), code);
  }
  for (const code of countryCodes) names.set(code.toLowerCase(), code);
  return names;
}

/** ISO 3166 code of a country as a file writes it; null where it is none we know. */
export const countryCode = (text: string): string | null => namesOf().get(foldText(text.trim())) ?? null;
