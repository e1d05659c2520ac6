import type { Id } from '../../../shared/kit/id.ts';
import type { Mutation, MutationResult, PushAnswer } from '../../../shared/sync/mutation.ts';
import { contactInput, mailInput, taskInput } from '../../contract/inputs.ts';
import type { Chance } from '../../fixtures/sample/workspace/chance.ts';

/** A client that pushes as the extension does: in order, one push in flight, again under the same numbers when no answer came. */
export type LoadClient = {
  readonly id: Id;
  /** Everything it ever intended, by number. */
  readonly intended: Map<number, Mutation>;
  /** What the server said of each, by number. */
  readonly told: Map<number, MutationResult>;
  /** Never says that it has a result, so that the server keeps every one. */
  readonly keepsClaims: boolean;
  /** One push of what waits, filled up with new intents if `fresh`. Throws when no answer came. */
  push(fresh: boolean): Promise<void>;
  waiting(): number;
};

type Parts = { url: () => string; token: string; chance: Chance; mails: readonly string[]; index: number };

const mostAtOnce = 12;
/** The kill ends the request; a server that hangs is a finding of its own. */
const patience = 15_000;

export function loadClient({ url, token, chance, mails, index }: Parts): LoadClient {
  const at = () => Date.now();
  const id = chance.id(at());
  const intended = new Map<number, Mutation>();
  const told = new Map<number, MutationResult>();
  const waiting: Mutation[] = [];
  const own = { contacts: new Map<Id, number>(), notes: [] as Id[], tasks: [] as Id[] };
  const keepsClaims = index % 2 === 0;
  let next = 1;

  /** One more intent: each leaves a trace by which a loss, a second run and a wrong order show. */
  function intend(): void {
    const number = next++;
    const mark = `${id}/${number}`;
    const make = (): Mutation => {
      const made = chance.id(at());
      const edited = [...own.contacts][chance.below(Math.max(1, own.contacts.size))];
      const kind = chance.below(10);
      if (kind === 0 || !edited) {
        own.contacts.set(made, 0);
        const keys = [{ kind: 'email' as const, value: `c${number}@${id}.example`, source: null }];
        return {
          number,
          verb: 'contact.add',
          input: contactInput({ id: made, name: mark, title: '0', keys }),
          at: at(),
        };
      }
      if (kind <= 2) {
        const title = edited[1] + 1;
        own.contacts.set(edited[0], title);
        return {
          number,
          verb: 'contact.edit',
          input: { id: edited[0], fields: { title: String(title) } },
          at: at(),
        };
      }
      const note = own.notes.pop();
      if (kind === 3 && note) return { number, verb: 'interaction.undo', input: { id: note }, at: at() };
      const task = own.tasks.pop();
      if (kind === 4 && task)
        return { number, verb: 'task.complete', input: { id: task, at: at() }, at: at() };
      if (kind === 5) {
        own.tasks.push(made);
        return { number, verb: 'task.add', input: taskInput({ id: made, title: mark }), at: at() };
      }
      if (kind === 6) {
        // A mail that others log too: one entry for all of them.
        const mail = chance.pick(mails);
        const input = mailInput({ id: made, subject: mail, body: mark, fingerprint: [`mid:${mail}`] });
        return { number, verb: 'interaction.log', input, at: at() };
      }
      own.notes.push(made);
      const input = mailInput({
        id: made,
        kind: 'note',
        subject: null,
        body: mark,
        contactIds: [edited[0]],
      });
      return { number, verb: 'interaction.log', input, at: at() };
    };
    const mutation = make();
    intended.set(number, mutation);
    waiting.push(mutation);
  }

  async function send(body: string): Promise<PushAnswer> {
    const answer = await fetch(`${url()}/trpc/sync.push`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body,
      signal: AbortSignal.timeout(patience),
    });
    const text = await answer.text();
    if (answer.status === 503 && answer.headers.has('retry-after')) throw new Busy();
    if (answer.status !== 200) throw new Error(`the server answered ${answer.status}: ${text}`);
    return (JSON.parse(text) as { result: { data: PushAnswer } }).result.data;
  }

  return {
    id,
    intended,
    told,
    keepsClaims,
    waiting: () => waiting.length,
    async push(fresh) {
      const many = 1 + chance.below(mostAtOnce);
      while (fresh && waiting.length < many) intend();
      const mutations = waiting.slice(0, mostAtOnce);
      if (mutations.length === 0) return;
      const confirmed = keepsClaims ? 0 : (mutations[0]?.number ?? 1) - 1;
      const body = JSON.stringify({ clientId: id, confirmed, mutations });
      // Now and then a network gives a request twice.
      const twin = chance.below(10) === 0 ? send(body).catch(() => null) : null;
      const { results } = await send(body).finally(() => twin);
      for (const result of results) {
        const first = waiting.shift();
        if (first?.number !== result.number)
          throw new OutOfOrder(`${id}: ${result.number} was answered where ${first?.number} waited`);
        told.set(result.number, result);
      }
    },
  };
}

/** A server under more load than it takes says so, and is asked again. */
export class Busy extends Error {
  override readonly name = 'Busy';
}

/** An answer that no kill explains. */
export class OutOfOrder extends Error {
  override readonly name = 'OutOfOrder';
}
