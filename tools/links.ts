import { createInterface } from 'node:readline';
import type { Running } from '../api/start.ts';

/** Links work once and for ten minutes, so a terminal makes another one on Enter. */
export function offerLinks(running: Running): void {
  if (!process.stdin.isTTY) {
    console.log('Ctrl-C stops.');
    return;
  }
  console.log('Enter makes another link, Ctrl-C stops.');
  createInterface({ input: process.stdin }).on('line', async () => console.log(await running.pairLink()));
}
