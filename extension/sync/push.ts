import { limits } from '../../shared/domain/limits.ts';
import type { Id } from '../../shared/kit/id.ts';
import type { Mirror } from '../mirror/mirror.ts';
import { entriesOf } from '../outbox/entry.ts';
import { settle } from '../outbox/outbox.ts';
import type { Remote } from './remote.ts';

/** A push stays well under the server's body limit. */
const mostBytes = 200_000;

/** Sends what waits, in order, until nothing waits or the server stops answering for it. [P1] */
export async function push(mirror: Mirror, remote: Remote, clientId: Id, me: Id | null): Promise<void> {
  for (;;) {
    // 1. The oldest waiting ones, as many as fit.
    const { batch, confirmed } = await mirror.read(async (tx) => {
      const waiting = (await entriesOf(tx)).filter((entry) => entry.state === 'waiting');
      const next = ((await tx.get('meta', 'number')) as number | undefined) ?? 1;
      const batch = [];
      let bytes = 0;
      for (const { mutation } of waiting.slice(0, limits.push)) {
        bytes += JSON.stringify(mutation).length;
        if (batch.length > 0 && bytes > mostBytes) break;
        batch.push(mutation);
      }
      return { batch, confirmed: (waiting[0]?.mutation.number ?? next) - 1 }; // [P7]
    });
    if (batch.length === 0) return;
    // 2. One push in flight; without an answer nothing is settled. [P8]
    const answer = await remote.push({ clientId, confirmed, mutations: batch });
    // 3. What was answered is settled; a server that answers for nothing would be asked for ever.
    const known = new Set(batch.map((mutation) => mutation.number));
    const results = answer.results.filter((result) => known.has(result.number));
    if (results.length === 0) return;
    await mirror.commit((tx) => settle(tx, results, answer.cursor, me));
  }
}
