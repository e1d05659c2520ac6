import type { Sighting } from '../../shared/identity/sighting.ts';
import type { Handle } from './handles.ts';
import type { Line } from './lines.ts';
import type { Places } from './recogniser.ts';

/** Lines around a name in which what is told of that person stands. */
const reach = { before: 3, after: 9 } as const;

/** Says of each value of a sighting in which line it stood, the nearest to the one's own. */
export function standIn(
  sighting: Sighting,
  own: number,
  { lines, handles, places }: { lines: readonly Line[]; handles: readonly Handle[]; places: Places },
): void {
  const mark = (line: number): number | undefined => {
    const element = lines[line]?.element;
    return element && places.mark(element);
  };
  const stood = (text: string): number => {
    const near = handles.find(({ value, line }) => value === text && line >= own - reach.before);
    if (near) return near.line;
    for (let line = own; line < own + reach.after; line++) if (lines[line]?.text.includes(text)) return line;
    for (let line = own - 1; line >= own - reach.before; line--)
      if (lines[line]?.text.includes(text)) return line;
    return own;
  };
  for (const seen of Object.values(sighting.fields)) {
    const at = mark(stood(seen.value));
    if (at !== undefined) seen.at = at;
  }
  for (const key of sighting.keys) {
    const said = handles.find(({ value, kind }) => kind === key.value.kind && isSaid(value, key.value.value));
    const at = mark(said?.line ?? own);
    if (at !== undefined) key.at = at;
  }
}

/** An address or number as it stood, and the key that was made of it. */
const isSaid = (text: string, key: string): boolean =>
  text.toLowerCase() === key ||
  (key.startsWith('+') && key.endsWith(text.replace(/\D/g, '').replace(/^0+/, '')));
