import type { Id } from '../../shared/kit/id.ts';
import type { Mirror } from '../mirror/mirror.ts';
import { type Client, clientOf, ensureClient, nextOrder } from './client.ts';
import { entriesOf, entryKey, type OutboxEntry } from './entry.ts';
import { rebase } from './rebase.ts';

/** Where copies are kept: the extension's own storage, which is not lost together with IndexedDB. */
export type SpareArea = {
  /** Everything whose key begins so. */
  all(prefix: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
};

/** `storage.local` holds 10 MB; half of it is left to whatever else is there. */
const mostChars = 4_000_000;

type Copy = { client: Id; entry: OutboxEntry };

/**
 * Copies of what waits or is parked, so that a lost database loses nothing that was typed. They follow each commit
 * and never stand in for it. [S1] [S2]
 */
export type Spare = {
  /**
   * Brings back what a lost database held; then copies what is here.
   * @param adopted the name of a database from a release that kept it elsewhere
   */
  restore(me: Id | null, adopted: Id | undefined): Promise<void>;
  /** Copies what changed since. One at a time; calls in between become one. */
  follow(): Promise<void>;
  forget(): Promise<void>;
};

export type SpareParts = {
  area: SpareArea;
  /** Tells the copies of one workspace from those of others. */
  place: string;
  mirror: Mirror;
  newId(): Id;
};

export function openSpare({ area, place, mirror, newId }: SpareParts): Spare {
  const prefix = `spare/${place}/`;
  const keyOf = (client: Id, order: number) => `${prefix}${client}/${entryKey(order)}`;
  /** What stands in the area, by key. */
  let kept: Map<string, string> | null = null;
  let running: Promise<void> | null = null;
  let again = false;

  async function load(): Promise<Map<string, string>> {
    const all = Object.entries(await area.all(prefix));
    kept ??= new Map(all.map(([key, copy]) => [key, JSON.stringify(copy)]));
    return kept;
  }

  /** One that is here already by its name is not brought back: its copy outlived a kill. */
  async function restore(me: Id | null, adopted: Id | undefined): Promise<void> {
    const lost = [...(await load()).values()].flatMap((text) => {
      const copy: unknown = JSON.parse(text);
      return isCopy(copy) ? [copy] : [];
    });
    const strangeTo = ({ id, absorbed }: Client) =>
      lost
        .filter(({ client }) => client !== id && !absorbed.includes(client))
        .sort((a, b) => a.entry.order - b.entry.order);
    const known = await mirror.read(clientOf);
    if (known && strangeTo(known).length === 0) return follow();
    await mirror.commit(async (tx) => {
      const { raw } = tx;
      const here = await ensureClient(raw, newId, adopted);
      const strange = strangeTo(here);
      if (strange.length === 0) return;
      // What was lost goes before what has been intended since.
      const since = await entriesOf(raw);
      for (const entry of since) await raw.delete('outbox', entryKey(entry.order));
      let order = await nextOrder(raw);
      const former = strange.map(({ client, entry }) => ({ ...entry, client: entry.client ?? client }));
      for (const entry of [...former, ...since]) {
        await raw.put('outbox', entryKey(order), { ...entry, order });
        order++;
      }
      await raw.put('meta', 'order', order);
      const absorbed = [...new Set([...here.absorbed, ...strange.map(({ client }) => client)])];
      await raw.put('meta', 'client', { ...here, absorbed } satisfies Client);
      await rebase(tx, [], me);
    });
    await follow();
  }

  async function once(): Promise<void> {
    const there = await load();
    const wanted = await mirror.read(async (tx) => {
      const client = await clientOf(tx);
      const entries = client ? await entriesOf(tx) : [];
      const copies = new Map<string, Copy>();
      // Rows of an import are in their file still.
      for (const entry of entries)
        if (client && entry.load === null && (entry.state === 'waiting' || entry.state === 'parked'))
          copies.set(keyOf(client.id, entry.order), { client: client.id, entry });
      return client ? copies : null;
    });
    if (!wanted) return;
    const added: Record<string, unknown> = {};
    const texts = new Map<string, string>();
    let chars = 0;
    for (const [key, copy] of wanted) {
      const text = JSON.stringify(copy);
      chars += text.length;
      // The oldest are copied: a later one cannot go without those before it.
      if (chars > mostChars) break;
      texts.set(key, text);
      if (there.get(key) !== text) added[key] = copy;
    }
    const gone = [...there.keys()].filter((key) => !texts.has(key));
    if (Object.keys(added).length > 0) await area.set(added);
    if (gone.length > 0) await area.remove(gone);
    kept = texts;
  }

  function follow(): Promise<void> {
    again = true;
    running ??= (async () => {
      try {
        while (again) {
          again = false;
          await once();
        }
      } finally {
        running = null;
      }
    })();
    return running;
  }

  return {
    restore,
    follow,
    forget: async () => {
      again = false;
      // Its failure is told to whoever asked to follow.
      await running?.catch(() => undefined);
      await area.remove(Object.keys(await area.all(prefix)));
      kept = new Map();
    },
  };
}

/** Copies of places that are no more: their forgetting was cut short. */
export async function sweepSpares(area: SpareArea, isKnown: (place: string) => boolean): Promise<void> {
  const keys = Object.keys(await area.all('spare/'));
  const gone = keys.filter((key) => !isKnown(key.split('/')[1] ?? ''));
  if (gone.length > 0) await area.remove(gone);
}

const isCopy = (copy: unknown): copy is Copy =>
  typeof copy === 'object' &&
  copy !== null &&
  'client' in copy &&
  typeof copy.client === 'string' &&
  'entry' in copy &&
  typeof copy.entry === 'object' &&
  copy.entry !== null &&
  'mutation' in copy.entry;
