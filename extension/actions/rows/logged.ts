import type { Interaction } from '../../../shared/domain/rows.ts';
import type { Id } from '../../../shared/kit/id.ts';
import type { Mirror } from '../../mirror/mirror.ts';
import { startingWith } from '../../mirror/store.ts';
import { interactionsByKey } from '../view/lookup.ts';

/** What of a conversation is logged, as far as its row's keys tell. */
export type LoggedThread = {
  /** Messages; those that only a colleague's mailbox knows are counted where one of them is in both. */
  count: number;
  /** Whether its last message is; null where the row does not name it. */
  last: boolean | null;
  by: Id | null;
  /** The deal of its latest log that has one. */
  dealId: Id | null;
};

/** A conversation has rarely more messages, and a row says no number above it. */
const mostLogs = 100;

type Asked = { thread: string; last: string | null };
type Log = Pick<Interaction, 'id' | 'loggedBy' | 'loggedAt' | 'dealId' | 'threadKey' | 'joinedInto' | 'kind'>;

/** Entries of each of these conversations, by key; read in one transaction and kept as one answer. */
const logsOf = (mirror: Mirror, threads: readonly string[]): Promise<Map<string, Log[]>> =>
  threads.length === 0
    ? Promise.resolve(new Map())
    : mirror.recall(`logs of ${threads.join(' ')}`, async (tx) => {
        const found = await Promise.all(
          threads.map(async (thread) => {
            const range = { ...startingWith(`interaction/thread/${thread}/`), limit: mostLogs };
            const entries = await tx.scanTags('row', range);
            return [thread, entries.map(({ value }) => logIn(value as Interaction))] as const;
          }),
        );
        return new Map(found.filter(([, logs]) => logs.length > 0));
      });

/** Without its text, so that what is kept stays small. */
const logIn = ({ id, loggedBy, loggedAt, dealId, threadKey, joinedInto, kind }: Interaction): Log => ({
  ...{ id, loggedBy, loggedAt, dealId, threadKey, joinedInto, kind },
});

/** By the thread's key: what of it is logged. Conversations of which nothing is are left out. */
export async function loggedThreads(
  mirror: Mirror,
  asked: readonly Asked[],
): Promise<Map<string, LoggedThread>> {
  const lastKeys = asked.flatMap(({ last }) => (last ? [last] : []));
  const [own, byLast] = await Promise.all([
    logsOf(
      mirror,
      asked.map(({ thread }) => thread),
    ),
    interactionsByKey(mirror, lastKeys),
  ]);
  const logged = new Map<string, LoggedThread>();
  for (const { thread, last } of asked) {
    const logs = new Map<Id, Pick<Log, 'id' | 'loggedBy' | 'loggedAt' | 'dealId'>>();
    for (const log of own.get(thread) ?? [])
      if (log.kind === 'email' && !log.joinedInto) logs.set(log.id, log);
    const lastLog = last ? byLast.get(last)?.[0] : undefined;
    if (lastLog) logs.set(lastLog.joinedInto ?? lastLog.id, lastLog);
    if (logs.size === 0) continue;
    const ordered = [...logs.values()].sort((a, b) => b.loggedAt - a.loggedAt);
    logged.set(thread, {
      count: logs.size,
      last: last === null ? null : lastLog !== undefined,
      by: ordered[0]?.loggedBy ?? null,
      dealId: ordered.find(({ dealId }) => dealId !== null)?.dealId ?? null,
    });
  }
  return logged;
}
