import type { Line } from '../lines.ts';
import { trimmedName } from './extent.ts';
import type { Named } from './formed.ts';
import { isSomebody } from './somebody.ts';
import { isGeneral, pageWords } from './words.ts';

/** Headings over a list of other companies. Data: a language is a row. */
const headings = {
  en: '(?:our |some of our |selected |corporate |key |current |past |list of |featured |participating |premium |gold |silver |platinum |official |major |more |a few of our |other |all |business |member |technology |strategic |trusted )*(?:clients?|clientele|customers?|partners?|members?|member (?:companies|organi[sz]ations|list|directory)|sponsors?|exhibitors?|supporters?|suppliers?|vendors?|dealers?|distributors?|resellers?|affiliat(?:es|ions)|memberships?|subsidiaries|portfolio companies|portfolio|employers|references|participants|exhibitor list|who we work with|we work with|in good company|trusted by|as seen in|featured in|client list|company list|list of companies)',
  de: '(?:unsere |ausgewählte )?(?:kunden|partner|referenzen|mitglieder|mitgliedsunternehmen|sponsoren|förderer|aussteller|lieferanten|händler)',
  fr: '(?:nos |quelques )?(?:clients|partenaires|références|membres|adhérents|sponsors|exposants|fournisseurs|ils nous font confiance)',
  es: '(?:nuestros |algunos )?(?:clientes|socios|colaboradores|patrocinadores|miembros|expositores|proveedores)',
  it: '(?:i nostri )?(?:clienti|partner|soci|sponsor|espositori|fornitori|associati)',
  nl: '(?:onze )?(?:klanten|partners|leden|sponsors|opdrachtgevers|leveranciers)',
  pt: '(?:nossos |os nossos )?(?:clientes|parceiros|associados|patrocinadores|expositores|fornecedores)',
  zh: '(?:我们的)?(?:合作伙伴|合作客户|客户|客戶|会员单位|會員|成员单位|友情链接|参展商|主要客户|部分客户|供应商)',
  ja: '(?:主要)?(?:取引先|お取引先|会員企業|加盟企業|導入企業|パートナー)',
};
const heading = new RegExp(
  `^(?:${Object.values(headings).join('|')})(?: (?:list|include|are|directory))?\\s*[:：]?$`,
  'iu',
);
const name = /^[\p{Lu}\p{Lo}\d«"“][^|•@!?]{1,70}$/u;
const fewest = 3;

/** Companies listed under a heading that says what they are: clients, partners, members, exhibitors. */
export function listedIn(lines: readonly Line[], from: number): { found: Named[]; next: number } | null {
  const head = lines[from];
  if (head?.tag.length !== 2) return null;
  if (!head || !/^h[1-6]$/.test(head.tag) || head.text.length > 60 || !heading.test(head.text)) return null;
  const found: Named[] = [];
  let at = from + 1;
  for (let misses = 0; at < lines.length && misses < 2; at++) {
    const line = lines[at];
    if (!line) break;
    if (/^h[1-6]$/.test(line.tag) && /^h[1-6]$/.test(head.tag)) break;
    const told = trimmedName(line.text);
    const isName =
      name.test(line.text) &&
      told.split(' ').length <= 8 &&
      !pageWords.test(told) &&
      !isGeneral(told) &&
      !isSomebody(told) &&
      !/[.:]$|\d{5}/.test(line.text.replace(/(?:Inc|Ltd|Co|Corp|S\.A)\.$/, ''));
    if (isName) found.push({ name: told, confidence: 0.5, line: at, why: 'list' });
    else misses++;
  }
  return found.length >= fewest ? { found, next: at } : null;
}
