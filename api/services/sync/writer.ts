import type { InStatement, ResultSet } from '@libsql/client';
import { CodedError } from '../../../shared/kit/error.ts';
import type { Id } from '../../../shared/kit/id.ts';
import { passingFailure } from '../../db/failure.ts';
import type { Db } from '../../db/open.ts';
import { type Intent, type Plan, statementsOf } from '../plan.ts';

export type Claimed = {
  status: 'applied' | 'already' | 'refused';
  code: string | null;
  answer: string | null;
};
type Job = {
  intent: Intent & { client: Id; number: number };
  plan: Plan;
  /** null: not claimed, because an earlier number is missing. */
  resolve: (claimed: Claimed | null) => void;
  reject: (error: unknown) => void;
};

export type Writer = {
  /** Runs a plan after all that were given before it. Resolves when it is durable, repeats with the stored answer. */
  write: (intent: Job['intent'], plan: Plan) => Promise<Claimed | null>;
  /** Resolves when everything given so far is answered. */
  drained: () => Promise<void>;
  /** Plans waiting. */
  depth: () => number;
};

/** One batch must not hold the event loop for long: some 60 ms on a file. */
const mostOfGroup = 128;
const mostWaiting = 20_000;

/**
 * The one way to change a workspace: a queue, so that no two writes meet, and a group commit, so that one fsync
 * serves all plans that wait at that moment.
 */
export function makeWriter(db: Db, now: () => number, onFault: (error: unknown) => void): Writer {
  const jobs: Job[] = [];
  let running: Promise<void> | null = null;
  let attempts = 0;
  const run = crypto.randomUUID();

  const statements = (job: Job): InStatement[] =>
    statementsOf(job.plan, job.intent, {
      client: job.intent.client,
      number: job.intent.number,
      attempt: `${run}.${++attempts}`,
      now: now(),
    });

  async function drain(): Promise<void> {
    while (jobs.length > 0) {
      // Requests of the same turn of the event loop join the group; reads come in between two groups.
      await new Promise((resolve) => setImmediate(resolve));
      await commit(jobs.splice(0, mostOfGroup));
    }
    running = null;
  }

  async function commit(group: Job[]): Promise<void> {
    const parts: InStatement[][] = [];
    try {
      for (const job of group) parts.push(statements(job));
      const results = await db.batch(parts.flat());
      let at = 0;
      group.forEach((job, i) => {
        at += parts[i]?.length ?? 0;
        job.resolve(claimedOf(results[at - 1]));
      });
    } catch (error) {
      if (group.length === 1) await faulty(group[0] as Job, error);
      // One failing statement has rolled all back: each gets its own commit, in the same order.
      else for (const job of group) await commit([job]);
    }
  }

  /** A failure that passes goes back to the caller; a fault of ours is stored as a refusal, else it would block its client for ever. */
  async function faulty(job: Job, error: unknown): Promise<void> {
    const passing = passingFailure(error);
    if (passing) return job.reject(passing);
    onFault(error);
    try {
      const refusal: Plan = { refuse: [`'server.unexpected'`], effects: [], args: {} };
      const results = await db.batch(statements({ ...job, plan: refusal }));
      job.resolve(claimedOf(results.at(-1)));
    } catch (again) {
      job.reject(passingFailure(again) ?? again);
    }
  }

  return {
    write: (intent, plan) =>
      new Promise((resolve, reject) => {
        if (jobs.length >= mostWaiting) return reject(new CodedError('server.busy', 'writer'));
        jobs.push({ intent, plan, resolve, reject });
        running ??= drain();
      }),
    drained: async () => {
      while (running) await running;
    },
    depth: () => jobs.length,
  };
}

function claimedOf(result: ResultSet | undefined): Claimed | null {
  const row = result?.rows[0];
  return row ? (row as unknown as Claimed) : null;
}
