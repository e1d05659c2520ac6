import { lineAt, type Passage } from '../corpus.ts';
import { beginOfName, endOfName, trimmedName } from './extent.ts';
import type { Named } from './formed.ts';
import { isSomebody } from './somebody.ts';
import { isGeneral } from './words.ts';

/** Kinds of institution, a row a language. `sure`: hardly ever part of anything else; `weak`: of headings and products too. */
const kinds: readonly { of: string; sure: string; weak?: string }[] = [
  {
    of: 'English',
    sure: 'University|Foundation|Association|Institute|Chamber of Commerce|Council|Trust|Charity|Hospital|Society|Federation|Commission|Ministry|Church|Cathedral|Museum|Library|Orchestra|Academy|College|Polytechnic|Consortium|Alliance|Authority|Bureau|Guild|Fund|Coalition',
    weak: 'School|Schools|Department|Bank|Agency|Club|Clinic|Committee|Company|Group|Network|Board|Union|League|Parliament|Senate|Laboratory|Laboratories|Ministries|Theatre|Theater|Zoo|Airlines|Airways|Railway|Hotel|Inn|Restaurant|Cafe|Bakery|Brewery|Winery|Law Firm|Solicitors|Partners|Associates|Holdings|Enterprises|Industries|Technologies|Consulting|Consultants|Realty|Properties|Insurance|Mortgage|Publishing|Pharmaceuticals|Logistics|Motors|Electronics|Systems|Solutions|Studios|Ventures|Builders|Contractors|Plumbing|Roofing|Landscaping|Brothers|Bros|Credit Union|Police|Army|Navy|Center|Centre',
  },
  {
    of: 'German',
    sure: 'Universität|Hochschule|Fachhochschule|Stiftung|Verband|Verein|Gesellschaft|Akademie|Ministerium|Bundesamt|Sparkasse|Volksbank|Krankenhaus|Klinikum|Handelskammer|Stadtwerke|Genossenschaft',
    weak: 'Schule|Gymnasium|Amt|Institut|Kanzlei|Werke|Verlag',
  },
  {
    of: 'French',
    sure: 'Université|École|Fondation|Fédération|Ministère|Hôpital|Mairie|Préfecture|Syndicat|Lycée|Chambre de Commerce',
    weak: 'Institut|Cabinet|Groupe|Société|Agence|Banque|Éditions',
  },
  {
    of: 'Spanish',
    sure: 'Universidad|Fundación|Asociación|Federación|Ministerio|Ayuntamiento|Instituto|Colegio|Cámara de Comercio',
    weak: 'Grupo|Banco|Hospital|Escuela|Compañía|Agencia|Editorial',
  },
  {
    of: 'Portuguese',
    sure: 'Universidade|Fundação|Associação|Ministério|Câmara Municipal|Faculdade',
    weak: 'Escola|Empresa',
  },
  {
    of: 'Italian',
    sure: 'Università|Fondazione|Associazione|Ministero|Comune di|Politecnico|Istituto|Ospedale',
    weak: 'Gruppo|Banca|Studio Legale|Scuola|Azienda',
  },
  {
    of: 'Dutch',
    sure: 'Universiteit|Hogeschool|Stichting|Vereniging|Ministerie|Gemeente|Ziekenhuis',
    weak: 'Groep|Bank|Instituut',
  },
  {
    of: 'Northern and Eastern',
    sure: 'Universitet|Universitetet|Högskolan|Stiftelsen|Uniwersytet|Univerzita|Egyetem|Üniversitesi|Politechnika|Fundacja|Stowarzyszenie|Nadace',
  },
];
const words = (kind: 'sure' | 'weak'): string =>
  kinds
    .map((row) => row[kind])
    .filter(Boolean)
    .join('|');
const pattern = new RegExp(
  `(?<![\\p{L}\\p{N}-])(?:(${words('sure')})|(${words('weak')}))(?![\\p{L}\\p{N}'’])`,
  'gu',
);
/** "Ernest Trust and the Walter Trust": the second is another one. */
const joined = new RegExp(
  `^.*(?:${words('sure')}|${words('weak')}) (?:and|und|et|y|e|en|&) (?:the |The )?(?=\\p{Lu}[^ ]* )`,
  'u',
);
const watched =
  /(?:regulated|authori[sz]ed|accredited|approved|registered|governed|supervised|licen[sc]ed|certified|inspected|zugelassen|beaufsichtigt|agréée?|réglementée?|regulado|autorizado|registrada?) (?:and \p{L}+ )?(?:by|with|durch|von|par|por|da)(?: the)? [^.;]{0,40}$/iu;
/** What binds the rest of a name behind its kind: "University of ...", "Stiftung für ...", "Institut de ...". */
const goesOn = /^ (?:of|for|de|des|du|d|für|zur|di|del|della|da|do|of the|for the|voor|van) (?=\p{Lu})/u;
/** Kinds before their name without a word between: "Universität Bremen", "Lycée Pasteur", "Stichting Warmte". */
const first =
  /^(?:Universität|Hochschule|Sparkasse|Volksbank|Klinikum|Stadtwerke|Verlag|Kanzlei|Lycée|École|Groupe|Cabinet|Agence|Grupo|Banco|Colegio|Instituto|Editorial|Banca|Gruppo|Stichting|Gemeente|Politecnico|Université|Universidad|Universiteit|Uniwersytet|Fundacja)$/u;
/** True where a name says what kind of institution it is. */
export const isKind = (name: string): boolean => {
  pattern.lastIndex = 0;
  return pattern.test(name);
};

const longest = 90;
/** Words looked at in one passage. */
const mostTries = 80;
const bound =
  /(?:\b(?:at|from|by|of|with|for|to|through|joined|attended|bei|an der|à l['’]|en la|presso)\s+(?:the |The |die |der |la |el )?|[,–(-] ?(?:the |The )?)$/u;

/** Schools, offices, associations and firms by what kind of institution their name says they are. */
export function institutionsOf(passage: Passage): Named[] {
  const found: Named[] = [];
  let tries = 0;
  let last: { index: number; begin: number; end: number } | null = null;
  for (const match of passage.text.matchAll(pattern)) {
    if (++tries > mostTries) break;
    const { line, from, index } = lineAt(passage, match.index);
    const start = match.index - from;
    if (last && last.index === index && start < last.end) continue;
    const kindEnd = start + match[0].length;
    const begin = beginOfName(line, kindEnd);
    let end = kindEnd;
    if (goesOn.test(line.slice(kindEnd, kindEnd + 12))) end = endOfName(line, kindEnd);
    else if (begin === start && first.test(match[0])) end = endOfName(line, kindEnd, 4);
    const name = trimmedName(line.slice(begin, end).replace(joined, ''));
    if (!isInstitution(name, match[0])) continue;
    if (last && last.index === index && begin <= last.end && begin >= last.begin - 1) found.pop();
    last = { index, begin, end };
    // Who watches over a trade is not whom a page is about.
    if (watched.test(line.slice(Math.max(0, begin - 60), begin))) continue;
    // By itself it may be a heading or a link of a menu; behind "at", "of" or a comma it is somebody's.
    if (match[1] && bound.test(line.slice(0, begin)))
      found.push({ name, confidence: 0.45, line: index, why: 'kind' });
  }
  return found;
}

function isInstitution(name: string, kind: string): boolean {
  const count = name.split(' ').length;
  if (count < 2 || count > 9 || name.length > longest || isGeneral(name)) return false;
  const rest = name
    .replace(kind, '')
    .replace(/^(?:the|our|your)\s|\b(?:of|for|the|and|&)\b/giu, ' ')
    .trim();
  return rest.length > 2 && !isGeneral(rest) && !isSomebody(name);
}
