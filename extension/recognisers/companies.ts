import { hanOrganisationPattern, legalFormPattern } from './words.ts';

const capital = "(?:\\p{Lu}[\\p{L}\\d&.'’-]*|&|and|of|the|for|und|et|y|\\d+)";
const legal =
  '(?:Inc|Incorporated|LLC|L\\.L\\.C|LLP|Ltd|Limited|Corp|Corporation|PLC|Plc|plc|PLLC|GmbH|AG|KG|SARL|S\\.A\\.S|S\\.r\\.l|S\\.p\\.A|B\\.V|BV|N\\.V|NV|Oy|AB|ApS|A/S|S\\.A|SA|Kft|s\\.r\\.o|Pty|Pte|Ltda|Co|Company|Group|Holdings)';
const named = new RegExp(`\\p{Lu}[\\p{L}\\d&.'’-]*(?:,? ${capital}){0,5},? ${legal}\\b\\.?`, 'gu');

/** Companies a line names by their legal form. */
export function companiesOfLine(line: string): string[] {
  const found: string[] = [];
  if (legalFormPattern.test(line) || /\b(?:Co|Company|Group|Holdings)\b/.test(line)) {
    for (const match of line.slice(0, 2_000).matchAll(named)) {
      if (found.length >= 20) break;
      found.push(match[0].replace(/^(?:The|And|Of|For|At|By|In|From)\s+/u, ''));
    }
  }
  const han = hanOrganisationPattern.exec(line.slice(0, 500));
  if (han) found.push(han[0]);
  return found;
}
