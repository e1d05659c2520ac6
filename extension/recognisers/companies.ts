import type { Sighting } from '../../shared/identity/sighting.ts';
import type { Line } from './lines.ts';
import { bounds, type Example, type Page, type Reading } from './recogniser.ts';
import { sight } from './sight.ts';
import { copyrightOwner } from './site-name.ts';
import { hanOrganisationPattern, legalFormPattern } from './words.ts';

const capital = "(?:\\p{Lu}[\\p{L}\\d&.'’-]*|&|and|of|the|for|und|et|y|\\d+)";
const legal =
  '(?:Inc|Incorporated|LLC|L\\.L\\.C|LLP|Ltd|Limited|Corp|Corporation|PLC|Plc|plc|PLLC|GmbH|AG|KG|SARL|S\\.A\\.S|S\\.r\\.l|S\\.p\\.A|B\\.V|BV|N\\.V|NV|Oy|AB|ApS|A/S|S\\.A|SA|Kft|s\\.r\\.o|Pty|Pte|Ltda|Co|Company|Group|Holdings)';
const named = new RegExp(`\\p{Lu}[\\p{L}\\d&.'’-]*(?:,? ${capital}){0,5},? ${legal}\\b\\.?`, 'gu');

/** Kinds of institution: a short line with one of these and capitals throughout is its name. */
const institution =
  /(?:^|\s)(?:University|College|School|Institute|Academy|Hospital|Clinic|Foundation|Association|Chamber of Commerce|Solicitors|Attorneys|Universität|Hochschule|Université|Universidad|Universidade|Università)(?=$|[\s,])/u;
const nameLine =
  /^(?:\p{Lu}[\p{L}\d&.'’-]*|of|at|and|for|in|the|für|de|di|&|-|–|\([\p{L} ]+\))(?:,? (?:\p{Lu}[\p{L}\d&.'’-]*|of|at|and|for|in|the|für|de|di|&|-|–|\([\p{L} ]+\)))+$/u;
/** Words that stand before a name in a sentence and are no part of it. */
const leading =
  /^(?:(?:The|And|Of|For|At|By|In|From|With|About|Contact|Copyright|Because|Thankfully|Welcome to|Visit|Join|Our|Your|All|Why|When|Then|Since|Home|Call|Choose|Powered by|Designed by)\s+)+/u;
/** What reads as a company's name and is none. */
const generic =
  /^(?:Your|Our|This|That|Any|Each|Every|Other|Local|Community|Home)?\s*(?:Company|Group|Solutions|Systems|Services|University|College|Insurance|Properties|Bank|Copyright|Co)$/iu;

/** Companies the lines name, each once. */
export function* readCompanies(lines: readonly Line[], _page: Page): Reading<Sighting[]> {
  const seen = new Map<string, Sighting>();
  const put = (name: string, confidence: number): void => {
    const one = sight({ kind: 'company', name }, 'text', confidence);
    const key = name.toLowerCase();
    if (one && seen.size < bounds.sightings && !seen.has(key)) seen.set(key, one);
  };
  for (const [at, { text }] of lines.entries()) {
    if (at % 50 === 0) yield;
    if (text.includes('©') || /copyright|\(c\)/i.test(text)) {
      const owner = copyrightOwner(text);
      if (owner) put(owner, 0.6);
    }
    for (const name of companiesOfLine(text)) put(name, 0.45);
  }
  return [...seen.values()];
}

/** Companies a line names by their legal form, institutions by their kind. */
function companiesOfLine(line: string): string[] {
  const found: string[] = [];
  const put = (raw: string): void => {
    const name = raw.replace(leading, '').trim();
    if (name.includes(' ') && !generic.test(name)) found.push(name);
  };
  if (legalFormPattern.test(line) || /\b(?:Co|Company|Group|Holdings)\b/.test(line)) {
    for (const match of line.slice(0, 2_000).matchAll(named)) {
      if (found.length >= 20) break;
      put(match[0]);
    }
  }
  if (found.length === 0 && line.length <= 100 && institution.test(line) && nameLine.test(line)) put(line);
  const han = hanOrganisationPattern.exec(line.slice(0, 500));
  if (han) found.push(han[0]);
  return found;
}

export const examples: Example[] = [];
