import { CodedError } from '../../shared/kit/error.ts';
import type { Id } from '../../shared/kit/id.ts';
import type { Mirror } from '../mirror/mirror.ts';
import { tidy } from '../mirror/tidy.ts';
import { enter, type Life, type Progress, placeIn, pullPage } from './pull.ts';
import { isWaiting, push } from './push.ts';
import type { Remote } from './remote.ts';

export type ExchangeParts = {
  mirror: Mirror;
  me: Id | null;
  /** One exchange with the token that counts. */
  call<T>(work: (remote: Remote) => Promise<T>): Promise<T>;
  now(): number;
  newId(): Id;
  progress: Progress;
  /** Before the server was asked nothing is pushed. [C6] */
  life?: Life;
};

/** Everything that waits goes, everything new comes; between two pages of a long fill what was saved meanwhile goes. */
export async function exchange({
  mirror,
  me,
  call,
  now,
  newId,
  progress,
  life,
}: ExchangeParts): Promise<void> {
  const parts = (remote: Remote) => ({ mirror, remote, me, now, newId, progress, life });
  let entered = false;
  /** The server takes nothing, but can be read. */
  let full: CodedError | null = null;
  for (;;) {
    const place = await mirror.read(placeIn);
    const { epoch } = place;
    // 1. Ours first: the pull then brings it back settled. Nothing goes before its order is known. [C4]
    if (epoch !== null && life?.firstNumber === undefined && !full) {
      const pushed = await call((remote) => push(mirror, remote, epoch, me)).catch((cause: unknown) => {
        if (!(cause instanceof CodedError && cause.code === 'server.disk_full')) throw cause;
        full = cause;
        return 'done' as const;
      });
      if (pushed === 'lost') {
        if (entered) throw new CodedError('server.unexpected', 'epoch');
        entered = true;
        await call((remote) => enter(parts(remote), place));
        continue;
      }
    }
    // 2. A page of theirs.
    const more = await call((remote) => pullPage(parts(remote)));
    if (life) life.firstNumber = undefined;
    if (!more && (full || !(await isWaiting(mirror)))) break;
  }
  if (full) throw full;
  await tidy(mirror, now());
}
