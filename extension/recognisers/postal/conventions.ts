/**
 * How addresses are written, a row a country or a family of countries: the pattern of the line with the place, and
 * the words of a street's line. Data: a country is a row, a language is a row of street words.
 */
export type Convention = {
  /** ISO 3166; null where several countries write alike. */
  country: string | null;
  /** The lengths of the rows of digits in it: a line without these is not looked at. */
  rows: readonly number[];
  /** The postcode or what stands for it. */
  code: RegExp;
  /** What stands right before or behind it: groups `city`, `region`, `land`. */
  before?: RegExp;
  behind?: RegExp;
  /** Sure by itself; others need a street beside them that is one by its words. */
  sure?: boolean;
};

const states =
  'A[LKZR]|C[AOT]|D[CE]|FL|GA|HI|I[DLNA]|K[SY]|LA|M[EDAINSOT]|N[EVHJMYCD]|O[HKR]|P[AR]|RI|S[CD]|T[NX]|UT|V[TA]|W[AVIY]';
const stateNames =
  'Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming|D\\.C\\.';
const provinces =
  'AB|BC|MB|NB|NL|NS|NT|NU|ON|PE|QC|SK|YT|Alberta|British Columbia|Manitoba|New Brunswick|Nova Scotia|Ontario|Quebec|Québec|Saskatchewan';
/** A town: up to four words, the first with a capital. */
const town =
  "(?<city>\\p{Lu}[\\p{L}.'’-]{1,24}(?:[ -](?:\\p{Lu}[\\p{L}.'’-]{0,24}|am|an|der|im|in|bei|de|del|du|la|le|les|el|sur|sous|en|di|sul|aan|den|ob|nad|upon|on|and)){0,4})";
const code = (pattern: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}.,€$£-])(?:${pattern})(?![\\p{L}\\p{N}])`, 'gu');
const before = (pattern: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})$`, 'u');
const behind = (pattern: string): RegExp => new RegExp(`^(?:${pattern})(?![\\p{L}\\p{N}])`, 'u');
const gap = '[, ]{1,3}';

export const conventions: readonly Convention[] = [
  {
    country: 'US',
    rows: [5],
    sure: true,
    code: code('\\d{5}(?:[-–]\\d{4})?'),
    before: before(`${town}${gap}(?<region>(?:${states})|${stateNames})[.,]{0,2} {1,3}`),
  },
  {
    country: 'CA',
    rows: [1],
    sure: true,
    code: code('[A-CEGHJ-NPR-TVXY]\\d[A-Z] ?\\d[A-Z]\\d'),
    before: before(`${town}${gap}\\(?(?<region>${provinces})\\)?[.,]{0,2} {0,3}`),
  },
  {
    country: 'GB',
    rows: [1, 2],
    sure: true,
    code: code('[A-Z]{1,2}\\d[A-Z\\d]? \\d[ABD-HJLNP-UW-Z]{2}'),
    before: before(`${town}${gap}`),
  },
  {
    country: 'AU',
    rows: [4],
    sure: true,
    code: code('\\d{4}'),
    before: before(
      `${town}${gap}(?<region>NSW|VIC|Vic|QLD|Qld|WA|SA|TAS|ACT|NT|New South Wales|Victoria|Queensland)[.,]{0,2} {1,3}`,
    ),
  },
  {
    country: 'IE',
    rows: [0],
    sure: true,
    code: code('(?:Co\\. ?|County )\\p{Lu}\\p{L}{3,12}|Dublin \\d{1,2}W?'),
  },
  {
    country: 'NL',
    rows: [4],
    sure: true,
    code: code('[1-9]\\d{3} ?[A-Z]{2}'),
    behind: behind(` {1,3}${town}`),
  },
  { country: 'PT', rows: [4], code: code('\\d{4}-\\d{3}'), behind: behind(` {1,3}${town}`) },
  { country: 'PL', rows: [2], code: code('\\d{2}-\\d{3}'), behind: behind(` {1,3}${town}`) },
  {
    country: 'BR',
    rows: [5],
    code: code('\\d{5}-\\d{3}'),
    before: before(`${town} ?[-–/,] ?(?<region>[A-Z]{2})[,. –-]{0,4}(?:CEP:? ?)?`),
  },
  { country: 'SE', rows: [3], code: code('[1-9]\\d{2} \\d{2}'), behind: behind(` {1,3}${town}`) },
  { country: 'SG', rows: [6], sure: true, code: code('\\d{6}'), before: before('(?<city>Singapore) {1,2}') },
  { country: 'IN', rows: [3, 6], code: code('[1-9]\\d{2} ?\\d{3}'), before: before(`${town} ?[-–,] ?`) },
  {
    country: 'RU',
    rows: [6],
    code: code('[1-6]\\d{5}'),
    behind: behind(`,? {0,2}(?:Россия,? )?(?:г\\. ?)?${town}`),
  },
  {
    country: 'NZ',
    rows: [4],
    code: code('\\d{4}'),
    before: before(
      '(?<city>Auckland|Wellington|Christchurch|Hamilton|Tauranga|Dunedin|Napier|Nelson|Queenstown|Rotorua) {1,2}',
    ),
  },
  // Italy closes with its province; Germany, France, Spain, Finland ... have five digits, smaller countries four.
  {
    country: 'IT',
    rows: [5],
    sure: true,
    code: code('\\d{5}'),
    behind: behind(` {1,3}${town},? ?\\((?<region>[A-Z]{2})\\)`),
  },
  {
    country: null,
    rows: [4, 5],
    code: /(?<![\p{L}\p{N}.,€$£])(?:(?<land>DE?|FR?|ES?|IT?|FIN?|AT?|CH|BE?|DK|NO?|LU?|HU|SI|HR|EE)[- ]{1,3}|(?<!-))\d{4,5}(?![\p{L}\p{N}])/gu,
    behind: behind(` {1,3}${town}`),
  },
];

/** The country by the letter that some put before the postcode. */
export const lands: Record<string, string> = {
  D: 'DE',
  F: 'FR',
  E: 'ES',
  I: 'IT',
  A: 'AT',
  B: 'BE',
  N: 'NO',
  L: 'LU',
  FIN: 'FI',
};

/** Words of a street's line; a hyphen before a word: the end of a longer one. */
const streetWords = {
  en: 'street|st|avenue|ave|road|rd|lane|ln|drive|dr|boulevard|blvd|way|court|ct|place|pl|square|sq|highway|hwy|parkway|pkwy|turnpike|suite|ste|floor|fl|unit|building|bldg|p\\.? ?o\\.? ?box|post office box|house|close|crescent|terrace|row|quay|plaza|broadway|industrial estate|business park|estate|circle|cir|loop|trail|mall|wharf|mews|gardens|route|room|tower|pike|expressway|freeway',
  de: '-straße|-strasse|-str|-weg|-platz|-allee|-gasse|-ring|-damm|-ufer|-chaussee|-markt|-steig|-graben|-berg|-hof|postfach|straße|strasse|am|an der|im',
  fr: 'rue|avenue|av|boulevard|bd|bld|place|chemin|impasse|allée|quai|route|cours|passage|square|zone|z\\.?a|z\\.?i|bp|cs|bâtiment|faubourg|esplanade|rond-point|lieu-dit',
  es: 'calle|c\\/|avenida|avda|av|plaza|pza|paseo|camino|carretera|ctra|polígono|ronda|travesía|edificio|apartado|rambla|carrer|colonia',
  it: 'via|viale|v\\.le|piazza|p\\.za|p\\.zza|corso|c\\.so|largo|vicolo|strada|località|loc|contrada|piazzale|lungarno',
  nl: '-straat|-weg|-laan|-plein|-gracht|-kade|-singel|-dijk|-dreef|-hof|-pad|-steenweg|postbus|straat',
  pt: 'rua|avenida|av|travessa|praça|largo|estrada|alameda|rodovia|edifício|quinta|lote',
  north:
    '-gatan|-gata|-vägen|-väg|-gate|-gaten|-vei|-veien|-vej|-gade|-allé|-katu|-tie|-kuja|-torg|-torget|postboks|postbox|box|pb',
  east: 'ul|ulica|aleja|nám|náměstí|třída|tř|utca|út|tér|körút|str|strada|bd|calea|șos|cad|caddesi|sok|sokak|mah|mahallesi|bulv|ул|улица|просп|проспект|пр-т|пр|пер|пл|наб|бул|шоссе|дом|стр|офис',
};
const all = Object.values(streetWords).join('|').split('|');
const word = (list: string[]): string => list.join('|');
const whole = all.filter((one) => !one.startsWith('-'));
const ends = all.filter((one) => one.startsWith('-')).map((one) => one.slice(1));
/** A street by its words. */
export const street = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${word([...whole, ...ends])})\\.?(?![\\p{L}])|\\p{L}{2}(?:${word(ends)})\\.?(?![\\p{L}])`,
  'iu',
);
/** A house number at the beginning or the end of a line. */
export const numbered =
  /^(?:no\.? ?|nr\.? ?|#)?\d{1,5}[\p{L}]?(?:[-–/]\d{1,5}\p{L}?)?,? \p{L}|\p{L}\.?,? (?:no\.? ?|nr\.? ?|n\.? ?|nº ?|n° ?)?\d{1,5} ?\p{L}?(?:[-–/] ?\d{1,5} ?\p{L}?)?$/iu;

/** What stands before an address as its label. */
export const label =
  /^(?:(?:our |postal |mailing |street |office |head ?office |visiting |registered |business |physical )*(?:address|office|location|headquarters|hq)|anschrift|adresse|postanschrift|besucheradresse|sitz|adresse postale|siège(?: social)?|dirección|domicilio(?: social)?|sede(?: legale| operativa)?|indirizzo|adres|bezoekadres|postadres|endereço|morada|адрес|地址|公司地址|办公地址|通讯地址|联系地址|住所|所在地|本社|주소)\s*[:：]\s*/iu;

/** Names of countries that close an address, in the languages they are written in. */
export const countries: Record<string, string> = {
  'united states': 'US',
  'united states of america': 'US',
  usa: 'US',
  'u.s.a.': 'US',
  us: 'US',
  canada: 'CA',
  'united kingdom': 'GB',
  uk: 'GB',
  england: 'GB',
  scotland: 'GB',
  wales: 'GB',
  'great britain': 'GB',
  'northern ireland': 'GB',
  ireland: 'IE',
  australia: 'AU',
  'new zealand': 'NZ',
  india: 'IN',
  singapore: 'SG',
  germany: 'DE',
  deutschland: 'DE',
  austria: 'AT',
  österreich: 'AT',
  switzerland: 'CH',
  schweiz: 'CH',
  suisse: 'CH',
  svizzera: 'CH',
  france: 'FR',
  belgium: 'BE',
  belgique: 'BE',
  belgië: 'BE',
  luxembourg: 'LU',
  spain: 'ES',
  españa: 'ES',
  portugal: 'PT',
  italy: 'IT',
  italia: 'IT',
  netherlands: 'NL',
  'the netherlands': 'NL',
  nederland: 'NL',
  denmark: 'DK',
  danmark: 'DK',
  sweden: 'SE',
  sverige: 'SE',
  norway: 'NO',
  norge: 'NO',
  finland: 'FI',
  suomi: 'FI',
  poland: 'PL',
  polska: 'PL',
  brazil: 'BR',
  brasil: 'BR',
  mexico: 'MX',
  méxico: 'MX',
  russia: 'RU',
  россия: 'RU',
  turkey: 'TR',
  türkiye: 'TR',
  china: 'CN',
  'p.r. china': 'CN',
  中国: 'CN',
  japan: 'JP',
  日本: 'JP',
  taiwan: 'TW',
  台灣: 'TW',
  'hong kong': 'HK',
  korea: 'KR',
  'south korea': 'KR',
  대한민국: 'KR',
  israel: 'IL',
  'south africa': 'ZA',
  argentina: 'AR',
  chile: 'CL',
  colombia: 'CO',
};

/** Addresses written from the large to the small, without spaces. `sign`: what tells it is one; then its parts in order. */
export const eastern: readonly { country: string; sign: RegExp; parts: RegExp }[] = [
  {
    country: 'JP',
    sign: /〒 ?\d{3}[-－ー]\d{4}|東京都|北海道|(?:京都|大阪)府|県\p{Script=Han}{1,6}[市郡]/u,
    parts:
      /^(?:〒? ?(?<postcode>\d{3}[-－ー]\d{4})[ ,、]{0,2})?(?<region>東京都|北海道|(?:京都|大阪)府|\p{Script=Han}{2,3}県)? ?(?<city>[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{1,8}?[市区町村郡])?(?<street>.*)$/u,
  },
  {
    country: 'CN',
    sign: /[路街道巷弄里村镇区段園园][^路街道。，；]{0,3}[\d一二三四五六七八九十百A-Z][\dA-Z一二三四五六七八九十百·－-]{0,8}(?:号|號|弄|楼|樓|室|座|栋|幢|段)/u,
    parts:
      /^(?:(?<postcode>\d{6}) {0,2})?(?:中国|中國)?(?<region>\p{Script=Han}{2,8}?(?:省|自治区)|北京市?|上海市?|天津市?|重庆市?|香港|澳门)? ?(?<city>\p{Script=Han}{2,6}?[市州])? ?(?<street>.*)$/u,
  },
  {
    country: 'KR',
    sign: /\p{Script=Hangul}[시군구] \p{Script=Hangul}{1,8}(?:로|길|동)[ \d]/u,
    parts:
      /^(?:\(?(?<postcode>\d{5})\)? {0,2})?(?<region>\p{Script=Hangul}{2,7}) (?<city>\p{Script=Hangul}{1,6}[시군구])(?<street> .*)$/u,
  },
];

const regions = new RegExp(`^(?:${stateNames}|${provinces}|New South Wales|Victoria|Queensland)$`, 'u');
/** True for a state, a province or a country: no name of anybody there. */
export const isRegion = (name: string): boolean =>
  regions.test(name) || countries[name.toLowerCase()] !== undefined;
