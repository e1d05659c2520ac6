import { limits } from '../../../shared/domain/limits.ts';
import { CodedError } from '../../../shared/kit/error.ts';
import type { Id } from '../../../shared/kit/id.ts';
import {
  type Input,
  type MutationResult,
  type PushAnswer,
  type PushInput,
  type Verb,
  verbs,
} from '../../../shared/sync/mutation.ts';
import type { Workspace } from '../context.ts';
import type { Plan } from '../plan.ts';
import { planByVerb } from '../verbs.ts';
import type { Claimed } from './writer.ts';

type Given = PushInput['mutations'][number];

/** Takes mutations in order of number, each once. Answers end early at a gap, or at a failure that passes. */
export async function push(here: Workspace, by: Id, input: PushInput): Promise<PushAnswer> {
  const { clientId: client } = input;
  // 1. All at once into the queue: consecutive plans of one client stand one after another in the same commits.
  const waiting = input.mutations.map((given) =>
    here.writer.write({ client, number: given.number, at: given.at, by }, planOf(given)),
  );
  // 2. Answers in order.
  const results: MutationResult[] = [];
  for (const [i, settled] of (await Promise.allSettled(waiting)).entries()) {
    const number = input.mutations[i]?.number ?? 0;
    if (settled.status === 'rejected') {
      if (results.length === 0) throw settled.reason;
      break;
    }
    const claimed = settled.value ?? forgotten(number, input.confirmed);
    if (!claimed) {
      if (results.length === 0) throw new CodedError('sync.gap');
      break;
    }
    results.push(resultOf(number, claimed));
  }
  // 3. What has reached the client need not be remembered; the last one stays, the next number is held against it.
  const forget = await here.db.batch([
    { sql: 'SELECT COALESCE(max(seq), 0) AS cursor FROM feed', args: [] },
    ...(input.confirmed > 0 ? [forgetting(client, by, input.confirmed)] : []),
  ]);
  return { results, cursor: Number(forget[0]?.rows[0]?.cursor ?? 0) };
}

const forgetting = (client: Id, by: Id, confirmed: number) => ({
  sql: `DELETE FROM claim WHERE client_id = ? AND member_id = ? AND number <= ?
  AND number < (SELECT max(number) FROM claim WHERE client_id = ?)`,
  args: [client, by, confirmed, client],
});

/** A repeat of something the client itself has confirmed: a stray packet, whose answer nobody waits for. */
const forgotten = (number: number, confirmed: number): Claimed | null =>
  number <= confirmed ? { status: 'applied', code: null, answer: null } : null;

/** What cannot be a mutation is refused under its number, so that it does not hold up those after it. */
function planOf(given: Given): Plan {
  const refused = (code: string): Plan => ({ refuse: [`'${code}'`], effects: [], args: {} });
  if (!Object.hasOwn(verbs, given.verb)) return refused('input.invalid');
  const verb = given.verb as Verb;
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
