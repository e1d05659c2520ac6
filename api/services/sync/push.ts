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
import { type Claimed, endOfFeed } from './closing.ts';

type Given = PushInput['mutations'][number];

/** Takes mutations in order of number, each once. Answers end early at a gap, or at a failure that passes. */
export async function push(here: Workspace, by: Id, input: PushInput): Promise<PushAnswer> {
  const { clientId: client } = input;
  // 1. All at once into the queue: consecutive plans of one client stand one after another in the same commits.
  const { confirmed } = input;
  const waiting = input.mutations.map((given) =>
    here.writer.write({ client, number: given.number, at: given.at, by, confirmed }, planOf(given)),
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
    const claimed = settled.value.claimed ?? forgotten(number, confirmed);
    if (!claimed) {
      if (results.length === 0) throw new CodedError('sync.gap');
      break;
    }
    cursor = settled.value.cursor;
    results.push(resultOf(number, claimed));
  }
  return { results, cursor: cursor ?? (await endOfFeed(here.db)) };
}

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
  const plan = planByVerb[verb] as ((input: Input<Verb>) => Plan) | undefined;
  if (!plan) return refused('input.invalid');
  return plan(parsed.data as Input<Verb>);
}

function resultOf(number: number, { status, code, answer }: Claimed): MutationResult {
  if (status === 'refused') return { number, status, code: code ?? 'server.unexpected', answer: null };
  if (status === 'already') return { number, status, answer: { id: answer ?? '' } };
  return { number, status, answer: null };
}
