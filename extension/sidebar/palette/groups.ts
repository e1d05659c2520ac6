import * as m from '../../../shared/i18n/compiled/messages.js';
import type { PaletteRow, PaletteTemplate } from '../../messages/palette.ts';
import type { Command, Section } from './command.ts';
import { byBest, type Ranked, rankCommands, rankFound } from './rank.ts';
import type { FoundFor } from './useFound.ts';

export type Row =
  | { kind: 'command'; command: Command }
  | { kind: 'record'; record: PaletteRow }
  | { kind: 'template'; template: PaletteTemplate };
export type Group = { id: string; title: string; rows: Row[] };

/** More than these nobody looks through; another letter is faster. */
const mostCommands = 8;

const command = (one: Command): Row => ({ kind: 'command', command: one });
const record = (one: PaletteRow): Row => ({ kind: 'record', record: one });
const template = (one: PaletteTemplate): Row => ({ kind: 'template', template: one });

const titles: Record<Section, () => string> = {
  here: m.palette_here,
  do: m.palette_do,
  go: m.palette_go,
  set: m.palette_set,
};

/** Nothing typed: what can be done about whoever is on the screen, then what was used last, then all there is. */
function whole(commands: readonly Command[], found: FoundFor | null): Group[] {
  const of = (section: Section): Group => ({
    id: section,
    title: titles[section](),
    rows: commands.filter((each) => each.section === section).map(command),
  });
  const recent = { id: 'recent', title: m.palette_recent(), rows: (found?.rows ?? []).map(record) };
  return [of('here'), recent, of('do'), of('go'), of('set')];
}

function matching(query: string, commands: readonly Command[], found: FoundFor | null): Group[] {
  const list = (id: string, title: string, ranked: Ranked<unknown>[], rows: Row[]) => ({
    ranked,
    group: { id, title, rows },
  });
  const records = rankFound(query, found?.rows ?? []);
  const known = rankCommands(query, commands, found?.commands ?? {}).slice(0, mostCommands);
  const templates = rankFound(query, found?.templates ?? []);
  return [
    list(
      'records',
      m.palette_records(),
      records,
      records.map(({ of }) => record(of)),
    ),
    list(
      'commands',
      m.palette_do(),
      known,
      known.map(({ of }) => command(of)),
    ),
    list(
      'templates',
      m.palette_templates(),
      templates,
      templates.map(({ of }) => template(of)),
    ),
  ]
    .sort((a, b) => byBest(a.ranked, b.ranked))
    .map(({ group }) => group);
}

/** Everything that is offered, in its groups; none is empty. `taken`: commands that the words were handed to. */
export function groupsOf(
  query: string,
  commands: readonly Command[],
  found: FoundFor | null,
  taken: readonly Command[],
  fallbacks: readonly Command[],
): Group[] {
  const groups = query
    ? [
        { id: 'taken', title: m.palette_do(), rows: taken.map(command) },
        ...matching(query, commands, found),
        { id: 'with', title: m.palette_with({ text: query }), rows: fallbacks.map(command) },
      ]
    : whole(commands, found);
  return groups.filter(({ rows }) => rows.length > 0);
}
