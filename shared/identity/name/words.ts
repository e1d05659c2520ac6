/** A word as the lists below hold it: lower case, without marks and dots. */
export const plainWord = (word: string): string =>
  word
    .normalize('NFD')
    .replace(/[\u0300-\u036f.,'’ \u00a0]/g, '')
    .toLowerCase();

const list = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean));

/** Before a name, in the languages that mails are written in. */
const titles = list(`
mr mrs ms miss mx mister missus messrs sir madam maam dame lord lady master
dr doctor drs prof professor assoc associate asst assistant adjunct emeritus dean chancellor provost principal rector
rev reverend revd fr father pastor rabbi imam bishop archbishop cardinal pope deacon elder brother sister mother canon vicar
minister monsignor msgr ven venerable sheikh shaikh shaykh sheik mullah mawlawi maulavi qari haji hajji hafiz ayatollah
hon honorable honourable judge mag magistrate justice president premier chairman chairwoman chair secretary ambassador
senator sen congressman congresswoman representative rep councillor councilman councilwoman alderman mayor governor gov
king queen prince princess duke duchess count countess baron baroness viscount viscountess emperor empress
gen general lt lieutenant ltc col colonel cpt capt captain maj major sgt sergeant cpl corporal pvt private adm admiral
cmdr commander cdr commodore brig brigadier ensign marshal officer detective inspector constable sheriff chief
coach uncle aunt auntie attorney engr
herr frau frl fraulein dipl-ing dipl ing dipling mag hr fru dhr mevr mevrouw mw meneer ir
monsieur madame mademoiselle mme mlle maitre
senor senora senorita sr sra srta don dona dom doutor doutora dra
signor signora signorina sig sigra dott dottssa dottore dottoressa avv geom rag
pan pani mgr bc mudr judr phdr rndr inz hab doc
bay bayan
г-н г-жа господин госпожа пан пані д-р проф
κ κα κος
السيد السيدة الدكتور دكتور الشيخ مر ד״ר מר גב׳ פרופ
shri smt sri kumari tan datuk dato tun puan encik tuan
`);

/** After them a single name is the given one: "Queen Elizabeth", "Sister Mary". */
const givenTitles = list(
  'king queen prince princess pope sister brother uncle aunt auntie sir dame sheikh shaikh shaykh don dona',
);

/** Behind a name: generations, degrees, orders, and the trades that people write there. */
const suffixes = list(`
jr jnr junior sr snr senior ii iii iv vi vii viii 2nd 3rd 4th 2 3 4 esq esquire
phd dphil edd md dds dmd dvm dnp jd llb llm mba emba mfa mpa mph msc bsc bba beng meng mtech btech msw lcsw mphil mres
scd thd dmin mdiv psyd pharmd rph rn bsn msn lpn crna aprn fnp np cnm pa-c facs facp faia faap fache faan
cpa cfa cfp cma cia cpcu clu chfc lutc cisa cism cissp pmp shrm-cp sphr phr ccim crs gri abr aia asla asid aicp leed-ap leed
pe esq qc kc sc obe mbe cbe kbe dbe mp mep msced med mps rd rdn lnp lnha lnd ott dpt otr ccc-slp
usn usaf usmc usa ret retd retired dec'd deceased lmft lpc lmhc lcpc bcba cae csm cspo rhia cebs
lncc cgfm cpm crb mai sra psm ccna ccie mcse itil gisp emt emt-p frcp frcs mrcp frs fba freng ceng mice mieee
attorney attorney-at-law realtor trustee broker notary esqs
jur habil fh univ
мл ст júnior filho neto
`);

/** Also family names, initials or words of a name: a suffix only behind a comma, with dots, or in capitals beside a name in small letters. */
const doubtful = list(
  'i v x ma do ba bs ms ed pa dc ra od np se dd me sm aa as be ca cs ce pc rd mp sc usa ott sra mai med',
);

/** Before a family name, and part of it. */
const particles = list(`
van von vom zu zur zum der den dem 't ten ter te de del della dello delle degli dei di da das dal dalla do dos du des d la las lo los le les
san santa santo st saint ste mac mc fitz ap af av bin bint binti binte ibn ben bat bar abu abou al el ul ut ad as ash ar at an
vd vander vande vanden 'd vel de' dela delos dela
`);
/** Particles that are as often an initial, a word or a name, so they count only in small letters. */
const smallParticles = list('an at as ar ad bar bat te av d do lo les san santa ap');

const conjunctions = list('and & und et y e en i og och ja u и та e of the');

/** They begin a given name of two words: "Abdul Aziz", "Mary Jo". */
const joined = list('abdul abdel abd abdal abdoul');
const second: Readonly<Record<string, ReadonlySet<string>>> = {
  mary: list('jo lou kay sue beth ellen pat jane alice'),
  jo: list('ann anne beth'),
  billy: list('bob joe ray jo'),
  bobby: list('joe ray jo'),
  jean: list(
    'claude pierre paul luc marc louis jacques francois marie michel baptiste philippe yves christophe',
  ),
  juan: list('carlos pablo jose manuel'),
  jose: list('luis maria antonio manuel'),
  maria: list('jose teresa luisa victoria'),
  ana: list('maria paula'),
  anna: list('maria lena'),
};
/** After "de", "del", "de la" they belong to a given name: "María del Carmen López". */
const devotions = list(
  'carmen lourdes jesus dios pilar rosario fatima angeles luz guadalupe mercedes conceicao socorro rocio mar cruz',
);

/** What stands before a title and belongs to it: "U.S. District Judge", "The Right Reverend". */
const beforeTitles = list(
  'us united states district federal state county city municipal supreme bankruptcy circuit deputy vice acting former senior junior right most very first second the royal holy',
);
export const isBeforeTitle = (word: string): boolean => beforeTitles.has(plainWord(word));

const styles = list(
  'majesty excellency highness grace eminence holiness honor honour worship lordship ladyship reverence',
);
/** "His Royal Highness": how many words of it stand at a place. */
export function styleAt(words: readonly string[], at: number): number {
  if (!/^(?:his|her|your)$/i.test(words[at] ?? '')) return 0;
  const size = /^(?:royal|serene|imperial|most)$/i.test(words[at + 1] ?? '') ? 3 : 2;
  return styles.has(plainWord(words[at + size - 1] ?? '')) ? size : 0;
}

/** Given names as well: a title only with a dot, or before two more words. */
const doubtfulTitles = list(
  'don dona dom pan pani tan tun judge major mag bay duke elder dean master gen count sri doc baron prince princess marshal coach',
);

/** Behind "Dr.", and a title only with their dots. */
const dotted = list('hc h rer nat phil med jur iur oec pol theol mult habil techn vet dent em univ agr');

/** @param following how many words stand behind it */
export const isTitle = (word: string, following = 2): boolean => {
  const plain = plainWord(word);
  if (word.endsWith('.') && dotted.has(plain) && following > 0) return true;
  if (titles.has(plain)) return following > 1 || word.endsWith('.') || !doubtfulTitles.has(plain);
  // "Lt.Gen.", "Mag-Judge", "Dipl.-Ing.": several in one.
  const several = word.split(/[.-]+/).filter(Boolean);
  return several.length > 1 && several.every((one) => titles.has(plainWord(one)));
};
export const isGivenTitle = (word: string): boolean => givenTitles.has(plainWord(word));

/** @param sure by its place it can hardly be anything else: behind a comma, or in capitals */
export function isSuffix(word: string, sure: boolean): boolean {
  const plain = plainWord(word);
  const isDotted = /\p{L}\..*\p{L}/u.test(word);
  if (doubtful.has(plain)) return sure || isDotted;
  if (suffixes.has(plain)) return true;
  const several = word.split(/[./&-]+/).filter(Boolean);
  return (
    several.length > 1 &&
    several.every((one) => one.length > 1 && (suffixes.has(plainWord(one)) || doubtful.has(plainWord(one))))
  );
}
export const isDoubtfulSuffix = (word: string): boolean => doubtful.has(plainWord(word));

export function isParticle(word: string): boolean {
  const plain = plainWord(word);
  if (!particles.has(plain) && !particles.has(word.toLowerCase())) return false;
  return !smallParticles.has(plain) || word === word.toLowerCase() || plain === 'san' || plain === 'santa';
}
export const isConjunction = (word: string): boolean => conjunctions.has(word.toLowerCase());
export const isJoined = (word: string, next: string): boolean =>
  joined.has(plainWord(word)) || (second[plainWord(word)]?.has(plainWord(next)) ?? false);
export const isDevotion = (word: string): boolean => devotions.has(plainWord(word));
