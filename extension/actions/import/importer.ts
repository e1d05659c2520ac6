import type { DryRun, ImportRules, Planned, RowProblem } from '../../../shared/domain/import/planned.ts';
import { CodedError } from '../../../shared/kit/error.ts';
import type { Id } from '../../../shared/kit/id.ts';
import type { ImportLine, ImportState } from '../../messages/import.ts';
import type { Mirror } from '../../mirror/mirror.ts';
import { entryAt } from '../../outbox/entry.ts';
import { append, discard } from '../../outbox/outbox.ts';
import type { Sync } from '../../sync/sync.ts';
import { dryRun } from './dry-run.ts';
import {
  addCounts,
  dropJob,
  dropRows,
  type Job,
  jobIn,
  newJob,
  problemsIn,
  putJob,
  putProblems,
  putRows,
} from './job.ts';
import { isNothing, type MadePart, makeParts } from './parts.ts';

export type Importer = {
  stage(input: { id: Id; file: string; total: number; from: number; rows: Planned[] }): Promise<number>;
  check(id: Id, rules: ImportRules): Promise<DryRun>;
  run(id: Id, rules: ImportRules): Promise<void>;
  state(): Promise<ImportState | null>;
  cancel(id: Id): Promise<void>;
  problems(id: Id, from: number): Promise<{ problems: RowProblem[]; next: number | null }>;
  undo(id: Id): Promise<void>;
  list(): Promise<ImportLine[]>;
  forget(id: Id): Promise<void>;
  /** Goes on with what an end of the browser cut short. */
  resume(): void;
  /** Whether it has something to go on with. */
  isAtWork(): Promise<boolean>;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
  close(): void;
};

export type ImporterParts = {
  mirror: Mirror;
  sync: Pick<Sync, 'now' | 'link'>;
  me(): Id | null;
  now(): number;
  newId(): Id;
  report(cause: unknown): void;
};

/** While the server answers no more parts than these wait for it: what is offline waits anyway. */
const mostWaiting = 6;
const problemsPage = 1_000;

export function openImporter({ mirror, sync, me, now, newId, report }: ImporterParts): Importer {
  let working: Promise<void> | null = null;
  let closed = false;
  /** The job as it was last stored or read by the work under way: a page asks while a part is being committed. */
  let latest: Job | null = null;

  const jobNow = () => mirror.read(jobIn);
  async function jobOf(id: Id): Promise<Job> {
    const job = await jobNow();
    if (job?.id !== id) throw new CodedError('import.unknown');
    return job;
  }
  /** Changes the job as it is stored; null where it is another one by now. */
  const change = (id: Id, work: (job: Job) => Job | null): Promise<Job | null> =>
    mirror.commit(async ({ raw }) => {
      const job = await jobIn(raw);
      const next = job?.id === id ? work(job) : null;
      if (next) {
        await putJob(raw, next);
        latest = null;
      }
      return next;
    });

  /** Takes what the server said of parts: those that it has, and those it refused, whose rows are told. */
  async function learnAnswers(): Promise<Job | null> {
    const { before, isNews } = await mirror.read(async (tx) => {
      const before = await jobIn(tx);
      const entries = await Promise.all((before?.sent ?? []).map(({ order }) => entryAt(tx, order)));
      return { before, isNews: entries.some((entry) => entry?.state !== 'waiting') };
    });
    if (!before || !isNews) {
      latest = before;
      return before;
    }
    const learnt = await mirror.commit(async (tx) => {
      const job = await jobIn(tx.raw);
      if (job?.id !== before.id) return job;
      const next: Job = { ...job, sent: [] };
      for (const part of job.sent) {
        const entry = await entryAt(tx.raw, part.order);
        if (entry?.state === 'waiting') next.sent.push(part);
        else next.arrived += part.rows;
        if (entry?.state === 'parked') {
          const refused = Array.from(
            { length: part.rows },
            (_, i): RowProblem => ({
              ...{ row: part.from + i + 1, code: 'server.refused', column: null, text: null, fatal: true },
              detail: entry.code ?? 'server.unexpected',
            }),
          );
          await putProblems(tx.raw, part.from, refused, '/refused');
          next.problems += refused.length;
          // Its rows stand in the report: there is nothing in it that somebody typed.
          await discard(tx, part.order);
        }
      }
      if (next.sent.length === job.sent.length) return job;
      if (next.phase === 'done' && next.sent.length === 0) next.endedAt = now();
      await putJob(tx.raw, next);
      return next;
    });
    latest = learnt;
    return learnt;
  }

  /** One part, durable together with how far the import has come. */
  async function take(part: MadePart, job: Job): Promise<boolean> {
    const taken = await mirror.commit(async (tx) => {
      const here = await jobIn(tx.raw);
      // Cancelled meanwhile, or another background on this database was faster.
      if (here?.id !== job.id || here.phase !== 'running' || here.taken !== part.from) return null;
      const next: Job = {
        ...here,
        taken: part.to,
        counts: structuredClone(here.counts),
        sent: [...here.sent],
      };
      if (isNothing(part.rows)) next.arrived += part.to - part.from;
      else {
        const { id, file, rules } = job;
        const input = { id, file, private: rules?.private ?? false, ...part.rows };
        await append(tx, { verb: 'import.rows', input }, me(), now());
        const order = ((await tx.raw.get('meta', 'order')) as number) - 1;
        next.sent.push({ order, rows: part.to - part.from, from: part.from });
      }
      addCounts(next.counts, part.counts);
      next.problems += part.problems.length;
      await putProblems(tx.raw, part.from, part.problems);
      await putJob(tx.raw, next);
      return next;
    });
    latest = taken ?? latest;
    return taken !== null;
  }

  async function work(): Promise<void> {
    const job = await jobNow();
    if (job?.phase !== 'running' || !job.rules) return;
    const { rules, taken } = job;
    for await (const part of makeParts({ mirror, rules, newId, now: now(), taken })) {
      await room();
      if (closed || !(await take(part, job))) return;
      void sync.now();
    }
    const done = await change(job.id, (here) =>
      here.phase === 'running'
        ? { ...here, phase: 'done', endedAt: here.sent.length === 0 ? now() : null }
        : null,
    );
    if (done) await mirror.commit(({ raw }) => dropRows(raw));
    while (!closed && (await learnAnswers())?.sent.length) await changed();
  }

  /** Waits while enough parts are on their way to a server that answers. */
  async function room(): Promise<void> {
    for (;;) {
      const job = await learnAnswers();
      if (closed || job?.phase !== 'running' || job.sent.length < mostWaiting) return;
      if ((await sync.link()).status !== 'online') return;
      await changed();
    }
  }

  /** Resolves with the next change of the outbox, or after a while: a server may fall silent. */
  const changed = (): Promise<void> =>
    new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        unlisten();
        resolve();
      };
      const timer = setTimeout(end, 1_000);
      const unlisten = mirror.onChange(({ others }) => {
        if (others.has('outbox')) end();
      });
    });

  function resume(): void {
    if (closed || working) return;
    working = work()
      .catch(report)
      .finally(() => {
        working = null;
      });
  }

  return {
    stage: ({ id, file, total, from, rows }) =>
      mirror.commit(async ({ raw }) => {
        const before = await jobIn(raw);
        if (before && before.phase === 'running') throw new CodedError('import.running');
        const isSame = before?.id === id && before.phase === 'staged';
        if (before && !isSame) await dropJob(raw);
        const job = isSame ? before : newJob(id, file, total);
        // What stands before it must be there: rows are read one after another.
        if (from > job.staged) throw new CodedError('input.invalid', 'from');
        await putRows(raw, from, rows);
        const staged = Math.max(job.staged, from + rows.length);
        await putJob(raw, { ...job, file, total, staged });
        return staged;
      }),
    check: async (id, rules) => {
      await jobOf(id);
      // So that a reload finds them as they were chosen.
      await change(id, (job) => (job.phase === 'staged' ? { ...job, rules } : null));
      return dryRun(mirror, rules);
    },
    run: async (id, rules) => {
      const before = await jobOf(id);
      if (before.phase === 'running' || before.phase === 'done') return;
      if (before.phase !== 'staged' || before.staged < before.total)
        throw new CodedError('input.invalid', 'staged');
      await change(id, (job) =>
        job.phase === 'staged' ? { ...job, phase: 'running', rules, startedAt: now() } : null,
      );
      resume();
    },
    state: async () => {
      const job = working && latest?.phase === 'running' ? latest : await learnAnswers();
      // Half of a file that was handed over is none: whoever did it is gone, or still at it.
      if (!job || (job.phase === 'staged' && job.staged < job.total)) return null;
      const { id, file, phase, rules, taken, arrived, counts, problems, startedAt, endedAt } = job;
      const offline = (await sync.link()).status !== 'online';
      return {
        id,
        file,
        phase,
        rows: job.total,
        taken,
        arrived,
        counts,
        problemCount: problems,
        offline,
        startedAt,
        endedAt,
        rules,
      };
    },
    cancel: async (id) => {
      const { phase } = await jobOf(id);
      if (phase === 'staged') return mirror.commit(({ raw }) => dropJob(raw));
      await change(id, (job) =>
        job.phase === 'running' ? { ...job, phase: 'cancelled', endedAt: now() } : null,
      );
      await mirror.commit(({ raw }) => dropRows(raw));
    },
    problems: async (id, from) => {
      await jobOf(id);
      const all = (await mirror.read(problemsIn)).sort((a, b) => a.row - b.row);
      const next = from + problemsPage;
      return { problems: all.slice(from, next), next: next < all.length ? next : null };
    },
    undo: async (id) => {
      latest = null;
      await mirror.commit(async (tx) => {
        const job = await jobIn(tx.raw);
        if (job?.id === id) {
          if (job.phase === 'staged') throw new CodedError('import.unknown');
          await putJob(tx.raw, { ...job, phase: 'undone', endedAt: job.endedAt ?? now() });
          await dropRows(tx.raw);
        } else if (!(await tx.get('import', id))) throw new CodedError('import.unknown');
        await append(tx, { verb: 'import.undo', input: { id } }, me(), now());
      });
      void sync.now();
    },
    list: async () => {
      const [imports, members] = await Promise.all([mirror.all('import'), mirror.all('member')]);
      const names = new Map(members.map(({ id, name }) => [id, name]));
      return imports
        .sort((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1))
        .map(({ id, file, createdAt, createdBy, added, changed, undoneAt, kept }) => ({
          ...{ id, file, at: createdAt, by: createdBy ? (names.get(createdBy) ?? null) : null },
          ...{ added, changed, undoneAt, kept },
        }));
    },
    forget: async (id) => {
      latest = null;
      const { phase } = await jobOf(id);
      if (phase === 'running') throw new CodedError('import.running');
      await mirror.commit(({ raw }) => dropJob(raw));
    },
    resume,
    isAtWork: async () => (await jobNow())?.phase === 'running',
    idle: async () => {
      while (working) await working;
    },
    close: () => {
      closed = true;
    },
  };
}
