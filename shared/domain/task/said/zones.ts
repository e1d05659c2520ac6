/** Zones, their abbreviations, and what is said before "time" in English and in Chinese. CST and IST are of several. */
const named: readonly (readonly [zone: string, short: string, latin: string, han: string])[] = [
  ['UTC', 'UTC|GMT', '', ''],
  ['Europe/London', 'BST', 'london|uk', '伦敦|倫敦|英国|英國'],
  ['Europe/Lisbon', 'WET', '', ''],
  ['Europe/Berlin', 'CET|CEST', 'berlin|german|central european', '柏林|德国|德國|欧洲中部|歐洲中部'],
  ['Europe/Paris', '', 'paris', '巴黎|法国|法國'],
  ['Europe/Madrid', '', 'madrid', ''],
  ['Europe/Amsterdam', '', 'amsterdam', ''],
  ['Europe/Zurich', '', 'zurich', ''],
  ['Europe/Vienna', '', 'vienna', ''],
  ['Europe/Helsinki', 'EET|EEST', '', ''],
  ['Europe/Moscow', 'MSK', '', ''],
  ['America/New_York', 'ET|EST|EDT', 'new york|eastern', '纽约|紐約|美东|美東|美国东部|美國東部'],
  ['America/Chicago', 'CT|CDT', 'chicago|us central', ''],
  ['America/Denver', 'MT|MDT', 'mountain', ''],
  [
    'America/Los_Angeles',
    'PT|PST|PDT',
    'san francisco|los angeles|seattle|pacific',
    '洛杉矶|洛杉磯|美西|美国西部|美國西部',
  ],
  ['America/Toronto', '', 'toronto', ''],
  ['America/Sao_Paulo', '', 'são paulo', ''],
  ['Asia/Dubai', '', 'dubai', '迪拜|杜拜'],
  ['Asia/Kolkata', '', 'india standard|indian', '印度'],
  ['Asia/Singapore', 'SGT', 'singapore', '新加坡'],
  ['Asia/Bangkok', '', '', '泰国|泰國'],
  ['Asia/Ho_Chi_Minh', '', '', '越南'],
  ['Asia/Hong_Kong', 'HKT', 'hong kong', '香港'],
  ['Asia/Taipei', '', 'taipei|taiwan', '台北|臺北|台湾|台灣'],
  ['Asia/Shanghai', '', 'beijing|shanghai|china', '北京|上海|中国|中國'],
  ['Asia/Tokyo', 'JST', 'tokyo|japan', '东京|東京|日本'],
  ['Asia/Seoul', 'KST', 'seoul|korea', '首尔|首爾|韩国|韓國'],
  ['Australia/Perth', 'AWST', '', ''],
  ['Australia/Sydney', 'AEST|AEDT', 'sydney|melbourne', '悉尼|雪梨'],
  ['Pacific/Auckland', 'NZST|NZDT', 'auckland', ''],
];
const zonesBy = (column: 1 | 2 | 3): Record<string, string> =>
  Object.fromEntries(
    named.flatMap((row) => (row[column] ? row[column].split('|').map((name) => [name, row[0]]) : [])),
  );
export const abbreviations = zonesBy(1);
export const cities = zonesBy(2);
export const hanCities = zonesBy(3);

/** Said by people of several places, each of whom means their own; elsewhere it is not guessed. */
const shared: Record<string, readonly [zones: RegExp, meant: string][]> = {
  CST: [
    [/^Asia\/(?:Shanghai|Taipei|Macau)$/, 'Asia/Shanghai'],
    [/^America\/(?!.*\/)/, 'America/Chicago'],
  ],
  IST: [
    [/^Asia\/(?:Kolkata|Calcutta)$/, 'Asia/Kolkata'],
    [/^Asia\/Jerusalem$/, 'Asia/Jerusalem'],
    [/^Europe\/Dublin$/, 'Europe/Dublin'],
  ],
};
export const sharedAbbreviations: readonly string[] = Object.keys(shared);
export const sharedAbbreviation = (name: string, own: string): string | undefined =>
  shared[name]?.find(([zones]) => zones.test(own))?.[1];

const monthFirst =
  /^(?:America\/(?:New_York|Chicago|Denver|Los_Angeles|Phoenix|Detroit|Boise|Anchorage|Indiana.*)|Pacific\/Honolulu|Asia\/(?:Manila|Shanghai|Taipei|Tokyo|Seoul|Macau))$/;
/** Where both are written. */
const eitherFirst = /^(?:America\/(?:Toronto|Vancouver|Edmonton|Winnipeg|Halifax)|UTC|Etc\/.*)$/;
/** Whether dates of figures begin with the month or with the day where those clocks go. */
export const dateOrder = (zone: string): 'month' | 'day' | null =>
  eitherFirst.test(zone) ? null : monthFirst.test(zone) ? 'month' : 'day';
