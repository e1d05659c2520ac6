/**
 * A load generator over bare sockets, run as a process of its own so that it does not share the measured one's
 * event loop. Every connection asks again as soon as it was answered. Input: one JSON line on stdin; output: one
 * JSON line on stdout.
 */
import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { idFrom } from '../../../shared/kit/id.ts';
import { answerLength } from './answer.ts';
import type { Job, Load } from './job.ts';

const job = JSON.parse(await text(process.stdin)) as Job;
const { host, hostname, port } = new URL(job.url);
const latencies: number[] = [];
let failures = 0;
let firstFailure: string | null = null;
let measuring = false;
let running = true;

const connections = Array.from({ length: job.connections }, (_, index) => drive(index));
await sleep(job.warmMs);
measuring = true;
const start = performance.now();
await sleep(job.runMs);
measuring = false;
const seconds = (performance.now() - start) / 1000;
running = false;
await Promise.race([Promise.all(connections), sleep(5_000)]);
latencies.sort((a, b) => a - b);
const at = (share: number) =>
  latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? 0;
const load: Load = {
  perSecond: latencies.length / seconds,
  p50: at(0.5),
  p99: at(0.99),
  failures,
  firstFailure,
};
process.stdout.write(`${JSON.stringify(load)}\n`, () => process.exit(0));

async function drive(index: number): Promise<void> {
  const socket = connect(Number(port), hostname);
  socket.setNoDelay(true);
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('error', reject);
  });
  const client = newId();
  let waiting: ((status: number, answer: Buffer) => void) | null = null;
  let kept: Buffer = Buffer.alloc(0);
  socket.on('data', (chunk: Buffer) => {
    kept = kept.length === 0 ? chunk : Buffer.concat([kept, chunk]);
    const length = answerLength(kept);
    if (length === null || kept.length < length) return;
    const answer = kept.subarray(0, length);
    kept = kept.subarray(length);
    waiting?.(Number(answer.toString('latin1', 9, 12)), answer);
  });
  socket.on('error', (error) => {
    firstFailure ??= error.message;
    failures += 1;
    running = false;
  });
  for (let count = 0; running; count++) {
    const body = job.body
      ?.replaceAll('__client__', client)
      .replaceAll('__number__', String(count + 1))
      .replaceAll('__before__', String(count))
      .replaceAll('__id__', newId);
    const began = performance.now();
    const answered = new Promise<[number, Buffer]>((resolve) => {
      waiting = (status, answer) => resolve([status, answer]);
    });
    socket.write(requestOf(index, count, body));
    const [status, answer] = await answered;
    if (measuring) latencies.push(performance.now() - began);
    const wanted = job.expect && !answer.includes(job.expect);
    if (status >= 300 || wanted) {
      failures += 1;
      firstFailure ??= answer.toString('utf8').slice(0, 600);
    }
  }
  socket.end();
}

function requestOf(index: number, count: number, body: string | undefined): string {
  const paths = job.paths;
  const path = paths[(index * 7919 + count) % paths.length] as string;
  const head = `${body === undefined ? 'GET' : 'POST'} ${path} HTTP/1.1\r\nhost: ${host}\r\n${job.headers
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')}`;
  if (body === undefined) return `${head}\r\n`;
  return `${head}content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

function newId(): string {
  return idFrom(Date.now(), randomBytes(10));
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
