import { newId } from '../desk.ts';
import { mailInput } from '../inputs.ts';
import { textOf } from './ask.ts';
import { type Canary, canaries, type Tenants } from './cast.ts';
import type { Ran } from './matrix.ts';
import { pusher } from './rows.ts';

/** Longer than the rest between two events. */
const listenMs = 1_600;
/** All that an event may be made of, besides what tRPC says of its own connection. */
const said = /^data: (\{"cursor":\d+\}|\{"[a-zA-Z]+":\d+(,"[a-zA-Z]+":\d+)*\}|)$/;

/** Everybody listens while something shared and something private is written: who may listen hears that there is news. */
export async function runLive({ fetch, strangers }: Tenants): Promise<Ran> {
  const violations: string[] = [];
  const listening = strangers.map(async (stranger) => {
    const answer = await fetch('/trpc/sync.live', {
      headers: {
        accept: 'text/event-stream',
        ...(stranger.token ? { authorization: `Bearer ${stranger.token}` } : {}),
      },
    });
    const text = await textOf(answer, listenMs);
    for (const [canary, word] of Object.entries(canaries) as [Canary, string][])
      if (text.toLowerCase().includes(word)) violations.push(`${stranger.kind}: an event tells ${canary}`);
    if (stranger.refused) {
      if (answer.status !== 401) violations.push(`${stranger.kind} listens: ${answer.status}`);
      return;
    }
    const lines = text.split('\n').filter((line) => line.startsWith('data:'));
    const more = lines.filter((line) => !said.test(line));
    if (more.length > 0)
      violations.push(`${stranger.kind}: an event says more than that there is news: ${more[0]}`);
    const cursors = lines.filter((line) => line.includes('"cursor"')).length;
    if (stranger.at === 'ours' && cursors < 2) violations.push(`${stranger.kind} heard nothing: ${text}`);
    if (stranger.at === 'theirs' && cursors > 1) violations.push(`${stranger.kind} hears of our news`);
  });
  await new Promise((resolve) => setTimeout(resolve, 100));
  for (const [kind, word, isPrivate] of [
    ['owner', canaries.shared, false],
    ['author', canaries.mia, true],
  ] as const) {
    const token = strangers.find((stranger) => stranger.kind === kind)?.token ?? '';
    const input = mailInput({ id: newId(), subject: word, body: word, private: isPrivate });
    await pusher(fetch, token).act('interaction.log', input);
  }
  await Promise.all(listening);
  return { requests: strangers.length, violations };
}
