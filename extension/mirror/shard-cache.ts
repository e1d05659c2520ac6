/** Texts of shards that were read lately, by their length. */
export type ShardCache = {
  get(no: number): string | undefined;
  keep(no: number, text: string): void;
  clear(): void;
};
const mostCached = 24_000_000;

export function shardCache(): ShardCache {
  const kept = new Map<number, string>();
  let length = 0;
  const drop = (no: number) => {
    length -= kept.get(no)?.length ?? 0;
    kept.delete(no);
  };
  return {
    get: (no) => kept.get(no),
    keep: (no, text) => {
      drop(no);
      kept.set(no, text);
      length += text.length;
      for (const oldest of kept.keys()) {
        if (length <= mostCached) return;
        drop(oldest);
      }
    },
    clear: () => {
      kept.clear();
      length = 0;
    },
  };
}
