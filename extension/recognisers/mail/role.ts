import {
  hanOrganisationPattern,
  hanTitlePattern,
  legalFormPattern,
  organisationPattern,
  titlePattern,
} from '../words.ts';
import type { Told } from './contact-line.ts';

export type Role = { title: Told | null; organisation: Told | null };

export const isTitle = (text: string): boolean => titlePattern.test(text) || hanTitlePattern.test(text);
/** Japanese and Korean legal forms stand before the name as often as behind it. */
const formFirst =
  /^(?:株式会社|有限会社|合同会社|一般社団法人|주식회사|유한회사|\(주\)|（주）|㈜|㈱)\s*[\p{L}\p{N}]/u;
const isOrganisation = (text: string): boolean =>
  organisationPattern.test(text) || hanOrganisationPattern.test(text) || formFirst.test(text);

/** "CTO | Acme Ltd", "CTO at Acme", "CTO – Acme". */
const parting = /\s*[|·•│｜]\s*|\s+(?:at|bei|chez|@)\s+|\s+[–—]\s+|\s{3,}/u;

/** Title and organisation, also when one line holds both. @param index the line's place in the signature */
export function readRole(line: string, told: Role, index: number): void {
  for (const part of line.split(parting).flatMap(afterComma).slice(0, 6)) {
    const text = part.trim().replace(/[,;]$/, '');
    if (!text || text.length > 90) continue;
    const named = isOrganisation(text);
    const guessed = told.organisation && told.organisation.confidence < 0.5 ? told.organisation : null;
    if ((!told.organisation || guessed) && named && (!isTitle(text) || legalFormPattern.test(text))) {
      // A plain line above the company's own says what the person does there: "Head Grower", "Acme Ltd".
      if (guessed && !told.title) told.title = { value: guessed.value, confidence: 0.5 };
      told.organisation = { value: text, confidence: 0.85 };
    } else if (!told.title && isTitle(text)) told.title = { value: text, confidence: 0.8 };
    else if (!told.organisation && named) told.organisation = { value: text, confidence: 0.7 };
    // A short capitalised line between name and number is the company as often as not.
    else if (!told.organisation && index > 0 && index < 5 && isPlainCapital(text) && !isTitle(text))
      told.organisation = { value: text, confidence: 0.45 };
  }
}

/** "Senior Counsel, ENA" and "Director of SPURR" are two facts; "Director, Client Relations" is one. */
function afterComma(text: string): string[] {
  if (legalFormPattern.test(text)) return [text];
  const cut =
    /^(.{3,60}?)(?:,\s*|\s+(?:of|for)\s+)(\p{Lu}[\p{Lu}\d&.-]{1,9}(?:(?:\s+and\s+|\s*[/&]\s*)\p{Lu}[\p{Lu}\d&.-]{1,9})?)$/u.exec(
      text,
    );
  if (cut?.[1] && cut[2] && isTitle(cut[1]) && !isTitle(cut[2])) return [cut[1], cut[2]];
  const [head = '', tail = '', ...more] = text.split(/,\s+/);
  return more.length === 0 && isTitle(head) && tail && !isTitle(tail) && isOrganisation(tail)
    ? [head, tail]
    : [text];
}

/** Capitals throughout, and no room number: "Deloitte & Touche", not "EB3889" or "You can reach me". */
const isPlainCapital = (text: string): boolean =>
  /^\p{Lu}[^.!?:]{1,50}$/u.test(text) &&
  !/\d{3}|(?:\d\D*){4}/.test(text) &&
  !/\s\p{Ll}{3,}/u.test(text.replace(/\s(?:and|for|the|und|of|de|et|y)\s/g, ' '));
