import { isTitle } from '../person/titles.ts';
import { trimmedName } from './extent.ts';
import { formLast } from './legal-forms.ts';
import { isSomebody } from './somebody.ts';
import { isGeneral } from './words.ts';

/** "at" between what somebody does and where. Data: a language adds its word. */
const at = /^(.{2,80}?)\s(?:at|@|bei(?: der| dem)?|beim|chez|presso|bij|hos|w firmie)\s(?:the )?(.{2,80})$/iu;
const comma = /^([^,]{2,60}),\s(?:the )?([^,]{3,70})(?:,\s\p{Lu}[\p{L} .-]{1,30})?$/u;
/** Parts of a company and of the world, which stand behind a title as well. */
const part =
  /\b(?:teams?|departments?|divisions?|units?|sales|marketing|operations|relations|affairs|development|finance|resources|engineering|design|products?|technology|innovation|strategy|regions?|area|global|international|worldwide|north|south|east|west|americas?|emea|apac|asia|europe|africa|usa|uk|canada|germany|france|china|india|vertrieb|technik|verkauf)\b/iu;
const named =
  /^\p{Lu}[\p{L}\d&.'’+-]*(?: (?:\p{Lu}[\p{L}\d&.'’+-]*|and|of|the|for|on|in|&|de|du|la|und|für))*$/u;

/** Where somebody works, by the title: "Director, Focus on Youth", "Engineer at Acme Tools". */
export function workplaceOf(title: string): { title: string; organisation: string } | null {
  const split = at.exec(title) ?? comma.exec(title);
  if (!split) return null;
  const isAt = at.test(title);
  const role = (split[1] ?? '').trim();
  const organisation = trimmedName((split[2] ?? '').replace(/[.…]+$/u, ''));
  const isNamed =
    named.test(organisation) &&
    !isGeneral(organisation) &&
    !isTitle(organisation) &&
    !isSomebody(organisation);
  if (!isNamed || /…|\.\.\./.test(title)) return null;
  if (!isAt && !formLast.test(organisation) && (part.test(organisation) || !organisation.includes(' ')))
    return null;
  return { title: role, organisation };
}
