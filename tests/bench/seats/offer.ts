/**
 * An open load: requests fall due at their time whether earlier ones were answered or not, as fifty people make them.
 * Runs as a process of its own. Input: one JSON line on stdin; output: one JSON line on stdout.
 */
import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { idFrom } from '../../../shared/kit/id.ts';
import { answerLength } from '../load/answer.ts';
import type { Offer, Offered } from './job.ts';

const offer = JSON.parse(await text(process.stdin)) as Offer;
const { hostname, port, host } = new URL(offer.url);

type Kind = 'read' | 'write';
type Seat = {
  socket: Socket;
  client: string;
  number: number;
  token: string;
  answered: (answer: Buffer) => void;
};
const idle: Seat[] = [];
const due: { kind: Kind; at: number }[] = [];
const latencies: Record<Kind, number[]> = { read: [], write: [] };
const said: Offered = {
  read: 0,
  write: 0,
  refused: 0,
  withoutRetryAfter: 0,
  failed: 0,
  unsent: 0,
  firstFailure: null,
  readP99: 0,
  writeP99: 0,
  seconds: 0,
};
/** What waits longer than this for a free connection is given up, as a person would. */
const patienceMs = 500;

await Promise.all(Array.from({ length: offer.connections }, (_, i) => open(i)));
const start = performance.now();
const made: Record<Kind, number> = { read: 0, write: 0 };
const ticking = setInterval(() => {
  const now = performance.now();
  const rates: Record<Kind, number> = { read: offer.readsPerSecond, write: offer.writesPerSecond };
  for (const kind of ['read', 'write'] as const)
    for (const target = ((now - start) / 1000) * rates[kind]; made[kind] < target; made[kind]++)
      due.push({ kind, at: start + (made[kind] * 1000) / rates[kind] });
  serve();
}, 1);
await sleep(offer.seconds * 1000);
clearInterval(ticking);
said.seconds = (performance.now() - start) / 1000;
said.unsent += due.length;
due.length = 0;
await sleep(500);
for (const kind of ['read', 'write'] as const) latencies[kind].sort((a, b) => a - b);
said.read = latencies.read.length / said.seconds;
said.write = latencies.write.length / said.seconds;
said.readP99 = p99(latencies.read);
said.writeP99 = p99(latencies.write);
process.stdout.write(`${JSON.stringify(said)}\n`, () => process.exit(0));

async function open(index: number): Promise<void> {
  const socket = connect(Number(port), hostname);
  socket.setNoDelay(true);
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('error', reject);
  });
  const seat: Seat = {
    socket,
    client: newId(),
    number: 0,
    token: offer.tokens[index % offer.tokens.length] ?? '',
    answered: () => undefined,
  };
  let kept: Buffer = Buffer.alloc(0);
  socket.on('data', (chunk: Buffer) => {
    kept = kept.length === 0 ? chunk : Buffer.concat([kept, chunk]);
    const length = answerLength(kept);
    if (length === null || kept.length < length) return;
    const answer = kept.subarray(0, length);
    kept = kept.subarray(length);
    seat.answered(answer);
  });
  socket.on('error', (error) => fail(error.message));
  idle.push(seat);
}

/** Gives what is due to whoever is free, the oldest first. */
function serve(): void {
  const now = performance.now();
  while (due[0] && now - due[0].at > patienceMs) {
    due.shift();
    said.unsent += 1;
  }
  while (idle.length > 0 && due.length > 0) {
    const seat = idle.shift() as Seat;
    const asked = due.shift() as { kind: Kind; at: number };
    seat.answered = (answer) => {
      take(seat, asked, answer);
      idle.push(seat);
    };
    seat.socket.write(requestOf(seat, asked.kind));
  }
}

function take(seat: Seat, { kind, at }: { kind: Kind; at: number }, answer: Buffer): void {
  const status = Number(answer.toString('latin1', 9, 12));
  if (status === 503) {
    said.refused += 1;
    if (!/\r\nretry-after: *\d+/i.test(answer.toString('latin1', 0, 400))) said.withoutRetryAfter += 1;
    return;
  }
  const wanted = kind === 'read' ? '"contact"' : '"applied"';
  if (status !== 200 || !answer.includes(wanted)) {
    fail(answer.toString('utf8').slice(0, 500));
    return;
  }
  // A number is spent only when it was answered.
  if (kind === 'write') seat.number += 1;
  latencies[kind].push(performance.now() - at);
}

function requestOf({ token, client, number }: Seat, kind: Kind): string {
  const path = kind === 'read' ? offer.readPaths[made.read % offer.readPaths.length] : '/trpc/sync.push';
  const head = `${kind === 'read' ? 'GET' : 'POST'} ${path} HTTP/1.1\r\nhost: ${host}\r\nauthorization: Bearer ${token}\r\n`;
  if (kind === 'read') return `${head}\r\n`;
  const body = offer.body
    .replaceAll('__client__', client)
    .replaceAll('__number__', String(number + 1))
    .replaceAll('__before__', String(number))
    .replaceAll('__id__', newId);
  return `${head}content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

function fail(why: string): void {
  said.failed += 1;
  said.firstFailure ??= why;
}

function p99(sorted: number[]): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.99))] ?? 0;
}
function newId(): string {
  return idFrom(Date.now(), randomBytes(10));
}
function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
