import type { Sighting } from '../../../shared/identity/sighting.ts';
import type { CompanySeen } from '../companies.ts';
import type { Line } from '../lines.ts';
import type { PostalAddress } from '../postal/addresses.ts';
import { sight } from '../sight.ts';
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
