/** Letter by letter into Latin ones, so that names of two scripts can be compared; for comparing only, never shown. */
const rows: Record<string, string> = {
  // Cyrillic, with Ukrainian, Belarusian, Serbian and Bulgarian letters.
  cyrillic:
    'аaбbвvгgдdеeёeжzhзzиiйyкkлlмmнnоoпpрrсsтtуuфfхkhцtsчchшshщshchъ ыyь эeюyuяyaіiїyiєyeґgўuђdjјjљljњnjћcџdzһhәaөoүuқqңng',
  greek: 'αaβvγgδdεeζzηiθthιiκkλlμmνnξxοoπpρrσsςsτtυyφfχchψpsωo',
  arabic:
    'اaأaإiآaٱaبbتtثthجjحhخkhدdذdhرrزzسsشshصsضdطtظzعaغghفfقqكkکkلlمmنnهhةaوwؤwيyیyىaئyءaپpچchژzhگgڤvٹtڈdڑrےeھh',
  hebrew: 'אaבbגgדdהhוvזzחhטtיyכkךkלlמmםmנnןnסsעaפpףpצtsץtsקkרrשshתt',
};

const kanaRows =
  'あaいiうuえeおoかkaきkiくkuけkeこkoがgaぎgiぐguげgeごgoさsaしshiすsuせseそsoざzaじjiずzuぜzeぞzoたtaちchiつtsuてteとtoだdaぢjiづzuでdeどdoなnaにniぬnuねneのnoはhaひhiふfuへheほhoばbaびbiぶbuべbeぼboぱpaぴpiぷpuぺpeぽpoまmaみmiむmuめmeもmoやyaゆyuよyoらraりriるruれreろroわwaゐiゑeをoんnゔvuゃ-yaゅ-yuょ-yoぁ-aぃ-iぅ-uぇ-eぉ-oっ+ー ';

function pairsOf(text: string, into: Map<string, string>): void {
  for (const [, from = '', to = ''] of text.matchAll(/([^\x20-\x7e])([\x20-\x7e]*)/g))
    into.set(from, to.trim());
}

let letters: Map<string, string> | null = null;
function table(): Map<string, string> {
  if (letters) return letters;
  letters = new Map();
  for (const row of Object.values(rows)) pairsOf(row, letters);
  pairsOf(kanaRows, letters);
  return letters;
}

/** Revised Romanisation, syllable by syllable: a precomposed syllable is its place in the table of Unicode 3.12. */
const leads = 'g kk n d tt r m b pp s ss - j jj ch k t p h'.split(' ').map((one) => one.replace('-', ''));
const vowels = 'a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i'.split(' ');
const tails = '- k k k n n n t l k m l l l p l m p p t t ng t t k t p t'
  .split(' ')
  .map((one) => one.replace('-', ''));
/** Family names as people write them, not as the rules would. */
const koreanFamilies: Record<string, string> = {
  김: 'kim',
  이: 'lee',
  박: 'park',
  최: 'choi',
  정: 'jung',
  강: 'kang',
  조: 'cho',
  임: 'lim',
  오: 'oh',
  유: 'yoo',
  우: 'woo',
};

function hangulSyllable(point: number): string {
  const at = point - 0xac00;
  return `${leads[Math.floor(at / 588)] ?? ''}${vowels[Math.floor((at % 588) / 28)] ?? ''}${tails[at % 28] ?? ''}`;
}

const isAscii = (text: string): boolean => /^[\x20-\x7e]*$/.test(text);

/** Lower case, no marks, other alphabets in Latin letters. Han characters stay: their reading is a table of its own. */
export function latin(text: string): string {
  if (isAscii(text)) return text.toLowerCase();
  const to = table();
  let out = '';
  let before = '';
  for (const character of text.normalize('NFKC').toLowerCase()) {
    const point = character.codePointAt(0) ?? 0;
    if (point < 0x80) out += character;
    else if (point >= 0xac00 && point <= 0xd7a3)
      out +=
        (before === '' || before === ' ' ? koreanFamilies[character] : undefined) ?? hangulSyllable(point);
    else {
      // Katakana stands 0x60 above Hiragana.
      const sign = point >= 0x30a1 && point <= 0x30f6 ? String.fromCodePoint(point - 0x60) : character;
      const read = to.get(sign) ?? special[sign];
      if (read === undefined) for (const part of bare(character)) out += to.get(part) ?? part;
      else if (read.startsWith('-')) out = small(out, read.slice(1));
      else if (read !== '+') out += read;
    }
    before = character;
  }
  return out;
}
/** Without accents, and without the points of Hebrew and Arabic. */
const bare = (character: string): string =>
  character.normalize('NFD').replace(/[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u0640]/g, '');
const special: Record<string, string> = {
  ß: 'ss',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ð: 'd',
  đ: 'd',
  ħ: 'h',
  ł: 'l',
  þ: 'th',
  ı: 'i',
};

/** き and a small ゃ are kya; し and a small ゃ sha. */
function small(out: string, read: string): string {
  if (/(?:sh|ch|j)i$/.test(out)) return out.slice(0, -1) + read.replace('y', '');
  if (/i$/.test(out) && read.startsWith('y')) return out.slice(0, -1) + read;
  return /[aiueo]$/.test(out) ? out.slice(0, -1) + read : out + read;
}
