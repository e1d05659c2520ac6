import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Job, Load } from './job.ts';

/** One round of load from a second process: wrk where it is installed and suffices, else our own loop. */
export async function runLoad(job: Job): Promise<Load> {
  const wrk = job.body ? null : findWrk();
  const load = wrk ? await byWrk(wrk, job) : await byLoop(job);
  if (load.failures > 0) throw new Error(`${load.failures} requests failed, the first: ${load.firstFailure}`);
  return load;
}

export const loadTool = (): string => (findWrk() ? 'wrk' : 'our own loop');

function findWrk(): string | null {
  const places = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'wrk'));
  return places.find((place) => existsSync(place)) ?? null;
}

async function byLoop(job: Job): Promise<Load> {
  const loop = fileURLToPath(new URL('loop.ts', import.meta.url));
  return JSON.parse(await output(process.execPath, [loop], JSON.stringify(job))) as Load;
}

/** wrk warms up in a run of its own, and tells what it saw by a script's last line. */
async function byWrk(wrk: string, job: Job): Promise<Load> {
  const folder = await mkdtemp(join(tmpdir(), 'sidebook-bench-'));
  try {
    const script = join(folder, 'paths.lua');
    await writeFile(script, scriptOf(job));
    const round = (ms: number) =>
      output(wrk, [
        '--threads=1',
        `--connections=${job.connections}`,
        `--duration=${Math.max(1, Math.round(ms / 1000))}s`,
        '--timeout=10s',
        `--script=${script}`,
        job.url,
      ]);
    await round(job.warmMs);
    const last = (await round(job.runMs)).trim().split('\n').at(-1) ?? '';
    return JSON.parse(last) as Load;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const scriptOf = (job: Job) => `
local paths = {${job.paths.map((path) => JSON.stringify(path)).join(',')}}
local at = 0
${job.headers.map(([name, value]) => `wrk.headers[${JSON.stringify(name)}] = ${JSON.stringify(value)}`).join('\n')}
request = function()
  at = at % #paths + 1
  return wrk.format("GET", paths[at])
end
done = function(summary, latency)
  local e = summary.errors
  local failures = e.connect + e.read + e.write + e.status + e.timeout
  io.write(string.format(
    '{"perSecond":%.3f,"p50":%.4f,"p99":%.4f,"failures":%d,"firstFailure":"see the server"}\\n',
    summary.requests / summary.duration * 1e6, latency:percentile(50) / 1000, latency:percentile(99) / 1000, failures))
end
`;

function output(command: string, args: string[], input = ''): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'pipe'] });
    let out = '';
    let errors = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      errors += text;
    });
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0 ? resolve(out) : reject(new Error(`${command} ended with ${code}: ${errors.trim()}`)),
    );
    child.stdin.end(input);
  });
}
