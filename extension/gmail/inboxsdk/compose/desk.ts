import type { ComposeAsk, ComposeReply } from '../../../messages/compose.ts';

/** Longer nobody waits for an answer that only helps. */
const patienceMs = 3_000;

/** Asks the background; a worker that is dead or slow is an absence. */
export async function askPatiently(
  ask: (ask: ComposeAsk) => Promise<ComposeReply | null>,
  what: ComposeAsk,
): Promise<ComposeReply> {
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), patienceMs));
  return (await Promise.race([ask(what), late])) ?? {};
}
