import type { Company, Contact, Deal } from '../../shared/domain/rows.ts';
import { kindOf } from '../mirror/shard-text.ts';
import { type Intern, type Records, recordOf } from './record.ts';

type Sharded = 'contact' | 'company' | 'deal';
const isListed = (kind: string): kind is Sharded =>
  kind === 'contact' || kind === 'company' || kind === 'deal';

export type ShardRecords = { [N in Sharded]: { noun: N; records: Records[N][] } }[Sharded];

/** The folded words of a shard's rows, by id. Who was merged into another has none, and is listed nowhere. */
function wordsOf(search: string): Map<string, string> {
  const words = new Map<string, string>();
  for (let at = search.indexOf('\n') + 1; at > 0 && at < search.length; ) {
    const tab = search.indexOf('\t', at);
    const end = search.indexOf('\n', at);
    if (tab < 0 || end < 0) break;
    words.set(search.slice(at, tab), search.slice(tab + 1, end));
    at = end + 1;
  }
  return words;
}

/** The rows of one shard as lists keep them; null: it holds nothing that is listed. */
export function shardRecords(text: string, search: string, intern: Intern): ShardRecords | null {
  const noun = kindOf(text);
  if (!isListed(noun)) return null;
  const words = wordsOf(search);
  const records: Records[Sharded][] = [];
  for (let at = text.indexOf('\n') + 1; at > 0 && at < text.length; ) {
    const end = text.indexOf('\n', at);
    if (end < 0) break;
    const id = text.slice(at, text.indexOf('\t', at));
    const found = words.get(id);
    if (found !== undefined) {
      const row: Contact | Company | Deal = JSON.parse(text.slice(text.lastIndexOf('\t', end) + 1, end));
      records.push(recordOf[noun](row as never, found, intern));
    }
    at = end + 1;
  }
  return { noun, records } as ShardRecords;
}
