import { limits } from '../../../shared/domain/limits.ts';
import { joinName, turnName } from '../values/name.ts';
import { readEmails, splitCell } from '../values/several.ts';
import type { Context } from './context.ts';
import type { Row } from './row.ts';

/** "Ada (ada@acme.com);Grace (grace@navy.example)" of a deal: people, not addresses of one. */
export const peopleIn = (text: string): string[] => (text.includes('@') ? splitCell(text) : [text]);

/** What the person of a row is called. */
export function nameParts(
  row: Row,
  { turned, mapping }: Context,
): { name: string | null; given: string | null; family: string | null } {
  const given = row.text('contact.givenName');
  const family = row.text('contact.familyName');
  const cell = row.first('contact.name');
  // Our own files say what somebody is called, whatever it looks like.
  if (mapping.product === 'sidebook') return { name: row.text('contact.name'), given, family };
  // "Ada <ada@acme.com>": the address is read apart; of several people the first is the row's own.
  const [first = ''] = cell ? peopleIn(cell.text) : [];
  const bare = readEmails(first).name ?? (first.includes('@') ? '' : first);
  const said = cell && row.cut({ ...cell, text: bare }, limits.name);
  const turnedName = turned && said ? turnName(said) : null;
  if (turnedName)
    return {
      name: joinName(turnedName.given, null, turnedName.family),
      given: given ?? turnedName.given,
      family: family ?? turnedName.family,
    };
  return { name: said || joinName(given, row.text('contact.middleName'), family), given, family };
}
