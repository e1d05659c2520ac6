import { foldText, searchText, searchTokens } from '../../../shared/kit/fold.ts';
import type { PaletteRow, PaletteView } from '../../messages/palette.ts';
import { type ShardNoun, shardNouns } from '../../mirror/nouns.ts';
import type { Use, Used } from '../../settings/used.ts';
import type { Core } from '../core.ts';
import { foundOf, hitsOf } from './search.ts';

const shownRows = 12;
const shownRecent = 6;
const shownTemplates = 5;
/** So many of what was used are looked at beside what the search finds, which stops at the first few hundred. */
const near = 40;

const isNoun = (word: string): word is ShardNoun => (shardNouns as readonly string[]).includes(word);

/** Every part of the query begins a word of the text. */
function says(text: string, tokens: readonly string[]): boolean {
  const words = ` ${searchText(text)}`;
  return tokens.every((token) => words.includes(` ${token}`));
}

const kept = new WeakMap<Used, { of: string; rows: Promise<PaletteRow[]> }>();

/** Records that were used, as they are called now; read again when a row or the order has changed. */
function usedRows(core: Core, uses: readonly Use[]): Promise<PaletteRow[]> {
  const hits = uses
    .flatMap(({ what, score }) => {
      const [noun = '', id = ''] = what.split(' ');
      return isNoun(noun) ? [{ noun, id, score }] : [];
    })
    .slice(0, near);
  const of = `${core.mirror.version} ${hits.map(({ id }) => id).join()}`;
  const before = kept.get(core.used);
  if (before?.of === of) return before.rows;
  const rows = foundOf(core, hits).then((found) =>
    found.flatMap((row, at) => (row ? [{ ...row, used: hits[at]?.score ?? 0 }] : [])),
  );
  kept.set(core.used, { of, rows });
  return rows;
}

/** What a query finds for the palette: a name that begins with it, then beginnings of words; among alike what was used lately. */
export async function paletteView(core: Core, text: string): Promise<PaletteView> {
  const tokens = searchTokens(text);
  const uses = core.used.all(core.now());
  const used = new Map(uses.map(({ what, score }) => [what, score]));
  core.mirror.follow(shardNouns);
  const recent = await usedRows(core, uses);
  const rows = tokens.length === 0 ? recent.slice(0, shownRecent) : await ranked(core, text, tokens, recent);
  const templates = tokens.length === 0 ? [] : await core.mirror.all('template');
  return {
    rows,
    templates: templates
      .filter(({ name, subject }) => says(`${name} ${subject ?? ''}`, tokens))
      .map(({ id, name, subject }) => ({ id, name, subject, used: used.get(`template ${id}`) ?? 0 }))
      .sort((a, b) => b.used - a.used || a.name.localeCompare(b.name))
      .slice(0, shownTemplates),
    commands: Object.fromEntries(
      uses.flatMap(({ what, score }) => (what.startsWith('command ') ? [[what.slice(8), score]] : [])),
    ),
  };
}

async function ranked(
  core: Core,
  text: string,
  tokens: readonly string[],
  recent: readonly PaletteRow[],
): Promise<PaletteRow[]> {
  const mine = recent.filter(({ title }) => says(title, tokens));
  const hits = await hitsOf(core, text, shownRows);
  const others = hits.filter(({ id }) => !mine.some((row) => row.id === id));
  const found = await foundOf(core, others);
  const fresh = found.flatMap((row) => (row ? [{ ...row, used: 0 }] : []));
  const begins = foldText(text.trim());
  const exact = ({ title }: PaletteRow) => (foldText(title).startsWith(begins) ? 0 : 1);
  return [...mine, ...fresh]
    .map((row, at) => ({ row, exact: exact(row), at }))
    .sort((a, b) => a.exact - b.exact || b.row.used - a.row.used || a.at - b.at)
    .slice(0, shownRows)
    .map(({ row }) => row);
}
