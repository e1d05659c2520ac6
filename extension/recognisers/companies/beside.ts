import type { Sighting } from '../../../shared/identity/sighting.ts';
import type { CompanySeen } from '../companies.ts';
import type { Line } from '../lines.ts';
import type { PostalAddress } from '../postal/addresses.ts';
import { companyDomain, sight } from '../sight.ts';
import { headingOf } from './heading.ts';
import { workplaceOf } from './workplace.ts';

/** Takes where somebody works out of their title: a field of theirs, and a company. */
export function workplacesOf(people: readonly Sighting[]): Sighting[] {
  return people.flatMap(({ kind, fields }) => {
    const { title, organisation } = fields;
    const told = kind === 'person' && title && !organisation ? workplaceOf(title.value) : null;
    if (!told || !title) return [];
    fields.title = { ...title, value: told.title };
    fields.organisation = { ...title, value: told.organisation };
    return sight({ kind: 'company', name: told.organisation }, 'text', 0.55, title.at) ?? [];
  });
}

/** Companies that an address has as its heading. */
export function headingsOf(
  addresses: readonly PostalAddress[],
  lines: readonly Line[],
  companies: readonly CompanySeen[],
): CompanySeen[] {
  return addresses.flatMap(({ from }) => {
    const line = lines[from - 1];
    if (companies.some((one) => one.lines.includes(from - 1))) return [];
    // The text of a link leads on to something else.
    const name = line && line.tag !== 'a' ? headingOf(line.text) : null;
    const sighting = name ? sight({ kind: 'company', name }, 'text', 0.55) : null;
    return sighting ? [{ sighting, lines: [from - 1], isOwn: false }] : [];
  });
}

/** From here on a number or address of nobody's is the company's own. */
const sure = 0.6;

/** Gives the page's company what stands on its page and is nobody's: the first number, and addresses at its own host. */
export function giveOwn(own: Sighting, loose: readonly Sighting[]): void {
  const domain = own.keys.find(({ value }) => value.kind === 'domain')?.value.value;
  for (const { kind, fields, keys } of loose) {
    if (kind !== 'company' || fields.name) continue;
    for (const key of keys) {
      const host = key.value.kind === 'email' ? companyDomain(key.value.value)?.value : undefined;
      if (host !== undefined && host === domain) own.keys.push(key);
    }
    if (!fields.phone || fields.phone.confidence < sure || own.fields.phone) continue;
    own.fields.phone = fields.phone;
    own.keys.push(...keys.filter(({ value }) => value.kind === 'phone'));
  }
}
