import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { Readable } from 'node:stream';

export type Display = { name: string; close(): Promise<void> };

/** A screen of its own that nobody sees, where the machine has Xvfb; for browsers that must not be headless. */
export async function openDisplay(): Promise<Display | null> {
  const program = '/usr/bin/Xvfb';
  if (!existsSync(program)) return null;
  // It chooses a free number and writes it to the descriptor.
  const child = spawn(program, ['-displayfd', '3', '-screen', '0', '1400x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await new Promise<string>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}.`)));
    (child.stdio[3] as Readable).setEncoding('utf8').once('data', resolve);
  });
  return {
    name: `:${number.trim()}`,
    close() {
      const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
      child.kill();
      return ended;
    },
  };
}
