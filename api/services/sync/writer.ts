import { CodedError } from '../../../shared/kit/error.ts';
import { passingFailure } from '../../db/failure.ts';
import type { Db } from '../../db/open.ts';
import { type Claim, type Intent, type Plan, statementsOf } from '../plan.ts';
import { closingOf, type Numbered, type Written, writtenOf } from './closing.ts';

type Job = {
  intent: Intent & Numbered;
  plan: Plan;
  resolve: (written: Written) => void;
  reject: (error: unknown) => void;
};

export type Writer = {
  /** Runs a plan after all that were given before it by its client. Resolves when it is durable, repeats with the stored answer. */
  write: (intent: Job['intent'], plan: Plan) => Promise<Written>;
  /** Runs some work while no plan is being written; plans that come meanwhile wait for its end. */
  alone: <T>(work: () => Promise<T>) => Promise<T>;
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
  const works: (() => Promise<void>)[] = [];
  let running: Promise<void> | null = null;
  let attempts = 0;
  const run = crypto.randomUUID();

  async function drain(): Promise<void> {
    while (jobs.length + works.length > 0) {
      // Requests of the same turn of the event loop join the group; reads come in between two groups.
      await new Promise((resolve) => setImmediate(resolve));
      if (jobs.length > 0) await commit(jobs.splice(0, mostOfGroup));
      await works.shift()?.();
    }
    running = null;
  }

  /** One batch: each member's statements, then what is asked once for all. */
  async function attempt(group: Job[], whole: boolean): Promise<Written[]> {
    const intents = group.map(({ intent, plan }) => ({
      ...intent,
      attempt: `${run}.${++attempts}`,
      now: now(),
      texts: whole ? undefined : plan.usual?.texts,
    }));
    const statements = group.flatMap(({ plan, intent }, i) =>
      statementsOf(plan, intent, intents[i] as Claim, whole),
    );
    const closing = closingOf(intents);
    const results = await db.batch([...statements, ...closing]);
    return writtenOf(intents, results.slice(statements.length));
  }

  async function commit(group: Job[], whole = false): Promise<void> {
    let again: Job[];
    try {
      again = settle(group, await attempt(group, whole), whole);
    } catch (error) {
      if (group.length === 1) return faulty(group[0] as Job, error);
      // One failing statement has rolled all back: each gets its own commit, in the same order.
      for (const job of group) await commit([job], whole);
      return;
    }
    if (again.length > 0) await commit(again, true);
  }

  /** Answers those that were claimed. Where a short way was not taken, it and what its client sent behind it are to be made again. */
  function settle(group: Job[], written: Written[], whole: boolean): Job[] {
    const again: Job[] = [];
    const held = new Set<string>();
    group.forEach((job, i) => {
      const { client } = job.intent;
      const answer = written[i] as Written;
      if (!whole && answer.claimed === null && (job.plan.usual || held.has(client))) {
        held.add(client);
        again.push(job);
      } else job.resolve(answer);
    });
    return again;
  }

  /** A failure that passes goes back to the caller; a fault of ours is stored as a refusal, else it would block its client for ever. */
  async function faulty(job: Job, error: unknown): Promise<void> {
    const passing = passingFailure(error);
    if (passing) return job.reject(passing);
    onFault(error);
    try {
      const refusal: Plan = { refuse: [`'server.unexpected'`], effects: [], args: {} };
      const [written] = await attempt([{ ...job, plan: refusal }], true);
      job.resolve(written as Written);
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
    alone: (work) =>
      new Promise((resolve, reject) => {
        works.push(() => work().then(resolve, reject));
        running ??= drain();
      }),
    drained: async () => {
      while (running) await running;
    },
    depth: () => jobs.length,
  };
}
