import { digestKey } from '../../shared/domain/interaction/digest-key.ts';
import { instantOfTitle } from './dom/date-title.ts';
import type { Forwarded, MailPerson } from './surface.ts';

/** What a text hands on, read by recognisers/mail/forward.ts. */
export type HandedOn = {
  writer: MailPerson;
  people: MailPerson[];
  /** As its header has it, in the zone of whoever forwarded it. */
  date: string | null;
  text: string;
  says: boolean;
};

/** Offsets that clocks somewhere have, in hours: whose zone a forwarded date is of, nobody says. */
const offsets = [
  ...Array.from({ length: 27 }, (_, at) => at - 12),
  ...[-9.5, -3.5, -2.5, 3.5, 4.5, 5.5, 5.75, 6.5, 9.5, 10.5],
];
const minute = 60_000;
const hour = 60 * minute;

/** Under which keys the handed-on mail may have been logged: its sender's minute, in each zone that there is. */
function digestsOf({ writer, date, text }: HandedOn, newText: (text: string) => string): string[] {
  const here = date === null ? null : instantOfTitle(date);
  if (here === null) return [];
  const wall = here - new Date(here).getTimezoneOffset() * 60_000;
  const written = newText(text).trim();
  const [scheme, , digest] = digestKey(writer.email, wall, written)?.split(':') ?? [];
  return digest ? offsets.map((offset) => [scheme, (wall - offset * hour) / minute, digest].join(':')) : [];
}

/** Of a mail that is a forward, by its own words or its subject, whom it is about and what it may be known by. */
export function forwardedOf(
  found: HandedOn | null,
  isForward: boolean,
  newText: (text: string) => string,
): { forwarded?: Forwarded } {
  if (!found || !(found.says || isForward)) return {};
  return { forwarded: { people: [found.writer, ...found.people], digests: digestsOf(found, newText) } };
}
