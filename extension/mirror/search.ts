import { searchTokens } from '../../shared/kit/fold.ts';
import type { Id } from '../../shared/kit/id.ts';
import { type ShardNoun, shardNouns } from './nouns.ts';

export type Hit = { noun: ShardNoun; id: Id };
const most = 500;

/**
 * Scans the folded text of all shards: a line a row, `id TAB SPACE words`. Every part of the query must begin a
 * word. A name that begins with the query comes first, then people before companies before deals.
 */
export function scanSearch(texts: Iterable<string>, query: string, limit: number): Hit[] {
  const tokens = searchTokens(query);
  const [first = ''] = tokens;
  const rarest = tokens.reduce((longest, token) => (token.length > longest.length ? token : longest), '');
  if (!rarest) return [];
  const found: (Hit & { rank: number })[] = [];
  for (const text of texts) {
    const noun = text.slice(0, text.indexOf('\n')) as ShardNoun;
    const needle = ` ${rarest}`;
    for (let at = text.indexOf(needle); at >= 0 && found.length < most; ) {
      const start = text.lastIndexOf('\n', at) + 1;
      const end = text.indexOf('\n', at);
      const line = text.slice(start, end);
      if (tokens.every((token) => line.includes(` ${token}`))) {
        const tab = line.indexOf('\t');
        const begins = line.startsWith(`\t ${first}`, tab) ? 0 : shardNouns.length;
        found.push({ noun, id: line.slice(0, tab), rank: begins + shardNouns.indexOf(noun) });
      }
      at = text.indexOf(needle, end);
    }
  }
  return found
    .sort((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map(({ noun, id }) => ({ noun, id }));
}
