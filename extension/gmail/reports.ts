import type { MailHealth, Probes } from './health.ts';
import type { Line } from './run.ts';

/** A function may fail and come back while a page is drawn: what lasts so long is told. */
const AFTER_MS = 250;

/** Tells how reading the mailbox fares, when that changes: not each count of it. */
export function makeReports(line: Line, probes: Probes, health: () => MailHealth, signal: AbortSignal) {
  let told = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = (): void => {
    clearTimeout(timer);
    timer = undefined;
    if (signal.aborted) return;
    const now = health();
    const { probes: _, ...standing } = now;
    const text = JSON.stringify(standing);
    if (text === told) return;
    told = text;
    void line.send({ type: 'health', health: now });
  };
  probes.onChange(() => {
    timer ??= setTimeout(tell, AFTER_MS);
  });
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  return { tell };
}
