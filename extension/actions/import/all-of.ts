import type { Rows } from '../../../shared/domain/rows.ts';
import type { Mirror } from '../../mirror/mirror.ts';
import type { ShardNoun } from '../../mirror/nouns.ts';
import { emptyShard, idsIn, rowIn } from '../../mirror/shard-text.ts';

/** Every row of a noun that lives in shards; found by their search texts, which are a tenth of them. */
export function allOf<N extends ShardNoun>(mirror: Mirror, noun: N): Promise<Rows[N][]> {
  return mirror.read(async (tx) => {
    const texts = await tx.scan('search', { from: '', to: '\uffff' });
    const keys = texts
      .filter(({ value }) => String(value).startsWith(emptyShard(noun)))
      .map(({ key }) => key);
    const shards = await tx.getMany('shard', keys);
    return shards.flatMap((shard) =>
      typeof shard === 'string' ? idsIn(shard).map((id) => rowIn(shard, id) as Rows[N]) : [],
    );
  });
}
