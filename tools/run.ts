import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { inRoot, root } from './paths.ts';

export type Ran = { code: number; output: string };
type Options = { env?: NodeJS.ProcessEnv; show?: boolean; cwd?: string };

/** Runs a command without a shell, so that spaces in paths need no quoting. */
export function run(
  command: string,
  args: string[],
  { env, show = false, cwd = root }: Options = {},
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    });
    const chunks: Buffer[] = [];
    child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.once('error', reject);
    child.once('close', (code, signal) =>
      resolve({ code: code ?? (signal ? 1 : 0), output: Buffer.concat(chunks).toString('utf8') }),
    );
  });
}

/** Runs the program of an installed package on this Node, which works on every system alike. */
export function runBin(name: string, bin: string, args: string[], options: Options = {}): Promise<Ran> {
  return run(process.execPath, [binOf(name, bin), ...args], options);
}

function binOf(name: string, bin: string): string {
  const manifest = inRoot('node_modules', name, 'package.json');
  const { bin: bins } = createRequire(manifest)(manifest) as { bin: string | Record<string, string> };
  const file = typeof bins === 'string' ? bins : bins[bin];
  if (!file) throw new Error(`${name} has no program ${bin}`);
  return join(dirname(manifest), file);
}
