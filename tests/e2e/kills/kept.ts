import { type Device, pullAll } from '../world/remote.ts';

/** How often each text that begins with a mark stands on the server, as a note's text or a call's outcome. */
export async function keptWith(device: Device, mark: string): Promise<Map<string, number>> {
  const kept = new Map<string, number>();
  for (const { noun, row } of await pullAll(device)) {
    if (noun !== 'interaction' || row.deletedAt) continue;
    const text = row.kind === 'call' ? row.outcome : row.body;
    if (text?.startsWith(mark)) kept.set(text, (kept.get(text) ?? 0) + 1);
  }
  return kept;
}

/** What was said to be saved is there once, what nobody knows of at most once, and nothing else. */
export function comparedWith(
  kept: ReadonlyMap<string, number>,
  saved: readonly string[],
  unsure: readonly string[] | null,
): string[] {
  const known = unsure && new Set([...saved, ...unsure]);
  return [
    ...saved.filter((text) => !kept.has(text)).map((text) => `${text} was saved and is missing`),
    ...[...kept].filter(([, times]) => times > 1).map(([text, times]) => `${text} stands ${times} times`),
    ...[...kept.keys()]
      .filter((text) => known && !known.has(text))
      .map((text) => `${text} came from nowhere`),
  ];
}
