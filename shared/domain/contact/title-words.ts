import { foldText } from '../../kit/fold.ts';

/** How job titles are shortened, word by word. */
const short: Record<string, string> = {
  ceo: 'chief executive officer',
  cfo: 'chief financial officer',
  cto: 'chief technology officer',
  coo: 'chief operating officer',
  cmo: 'chief marketing officer',
  cio: 'chief information officer',
  ciso: 'chief information security officer',
  cro: 'chief revenue officer',
  chro: 'chief human resources officer',
  cso: 'chief sales officer',
  cpo: 'chief product officer',
  cdo: 'chief digital officer',
  vp: 'vice president',
  avp: 'assistant vice president',
  svp: 'senior vice president',
  evp: 'executive vice president',
  gm: 'general manager',
  hr: 'human resources',
  pr: 'public relations',
  qa: 'quality assurance',
  sr: 'senior',
  snr: 'senior',
  jr: 'junior',
  jnr: 'junior',
  mgr: 'manager',
  mng: 'managing',
  dir: 'director',
  eng: 'engineer',
  engr: 'engineer',
  asst: 'assistant',
  assoc: 'associate',
  exec: 'executive',
  dept: 'department',
  dev: 'development',
  mktg: 'marketing',
  ops: 'operations',
  prof: 'professor',
  dr: 'doctor',
  gf: 'geschaftsfuhrer',
  pdg: 'president directeur general',
  dg: 'directeur general',
};
/** Words that join others and say nothing by themselves, in the languages titles are mostly written in. */
const joining = new Set(
  'a an and at d de del der des di do du e et for fur im in la le les of och og the to und van von y'.split(
    ' ',
  ),
);

/** The words of a title that say something, shortened ones written out; Han, Kana and Hangul stay in one piece. */
export function titleWords(title: string): string[] {
  const words = foldText(title)
    .replace(/\b(?:[a-z]\.){2,}/g, (letters) => letters.replaceAll('.', ''))
    .replace(/\bco[- ](?=\p{L})/gu, 'co')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !joining.has(word));
  return words.flatMap((word) => (Object.hasOwn(short, word) ? (short[word] ?? word).split(' ') : [word]));
}

/** Whether all that `less` says is said by `more` as well. */
export function titleSays(more: string, less: string): boolean {
  const words = titleWords(more);
  const whole = words.join('');
  return titleWords(less).every(
    (word) =>
      words.includes(word) || (/[\p{Script=Han}\p{Script=Hangul}]/u.test(word) && whole.includes(word)),
  );
}
