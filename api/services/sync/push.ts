import { limits } from '../../../shared/domain/limits.ts';
import { CodedError, type ErrorCode } from '../../../shared/kit/error.ts';
import {
  type Input,
  type MutationResult,
  type PushAnswer,
  type PushInput,
  type Verb,
  verbs,
} from '../../../shared/sync/mutation.ts';
import { isArranging, isForReaders, mayArrange } from '../../../shared/sync/rights.ts';
import type { Caller, Workspace } from '../context.ts';
import { isAtLeast } from '../member/role.ts';
import type { Plan } from '../plan.ts';
import { planByVerb } from '../verbs.ts';
import { type Claimed, type End, endOfFeed } from './closing.ts';

type Given = PushInput['mutations'][number];

/** Takes mutations in order of number, each once. Answers end early at a gap, or at a failure that passes. */
export async function push(here: Workspace, caller: Author, input: PushInput): Promise<PushAnswer> {
  const { clientId: client, confirmed, epoch } = input;
  // 1. All at once into the queue: consecutive plans of one client stand one after another in the same commits.
  const waiting = input.mutations.map((given) =>
    here.writer.write(
      { client, number: given.number, at: given.at, by: caller.userId, confirmed, epoch },
      planOf(given, caller),
    ),
  );
  // 2. Answers in order.
  const results: MutationResult[] = [];
  let cursor: number | null = null;
  for (const [i, settled] of (await Promise.allSettled(waiting)).entries()) {
    const number = input.mutations[i]?.number ?? 0;
    if (settled.status === 'rejected') {
      if (results.length === 0) throw settled.reason;
      break;
    }
    refuseOther(epoch, settled.value);
    const claimed = settled.value.claimed ?? forgotten(number, confirmed);
    if (!claimed) {
      if (results.length === 0) throw new CodedError('sync.gap');
      break;
    }
    cursor = settled.value.cursor;
    results.push(resultOf(number, claimed));
  }
  if (cursor !== null) return { results, cursor };
  const end = await endOfFeed(here.db);
  refuseOther(epoch, end);
  return { results, cursor: end.cursor };
}

/** Who pushes. */
export type Author = Pick<Caller, 'userId' | 'role'>;

/** After a restore: answers that are still known here may be of another change than the one that was sent. [C4] */
function refuseOther(epoch: string | undefined, end: End): void {
  if (epoch !== undefined && epoch !== end.epoch) throw new CodedError('sync.epoch');
}

/** A repeat of something the client itself has confirmed: a stray packet, whose answer nobody waits for. */
const forgotten = (number: number, confirmed: number): Claimed | null =>
  number <= confirmed ? { status: 'applied', code: null, answer: null } : null;

/** What cannot be a mutation is refused under its number, so that it does not hold up those after it. */
function planOf(given: Given, { role }: Author): Plan {
  const refused = (code: ErrorCode): Plan => ({ refuse: [`'${code}'`], effects: [], args: {} });
  const isVerb = Object.hasOwn(verbs, given.verb);
  const verb = given.verb as Verb;
  if (!isAtLeast(role, 'member') && !(isVerb && isForReaders(verb))) return refused('role.forbidden');
  if (!isVerb) return refused('input.invalid');
  if (isArranging(verb) && !mayArrange(role)) return refused('role.forbidden');
  const parsed = verbs[verb].safeParse(given.input);
  if (!parsed.success) return refused('input.invalid');
  if (JSON.stringify(parsed.data).length > limits.mutation) return refused('input.too_large');
  const plan = planByVerb[verb] as (input: Input<Verb>) => Plan;
  return plan(parsed.data as Input<Verb>);
}

function resultOf(number: number, { status, code, answer }: Claimed): MutationResult {
  if (status === 'refused') return { number, status, code: code ?? 'server.unexpected', answer: null };
  if (status === 'already') return { number, status, answer: { id: answer ?? '' } };
  return { number, status, answer: null };
}
