import { type Policed, policiesOf } from '../../../api/rpc/context.ts';
import { appRouter } from '../../../api/rpc/router.ts';
import { isAtLeast } from '../../../api/services/member/role.ts';
import type { Id } from '../../../shared/kit/id.ts';
import { type Verb, verbs } from '../../../shared/sync/mutation.ts';
import { isForReaders } from '../../../shared/sync/rights.ts';
import { newId } from '../desk.ts';
import { type Asker, type Method, makeAsker, methods, strangeMethods } from './ask.ts';
import { nobody, type Stranger, type Tenants } from './cast.ts';
import { examples, ofOneMember, verbExamples } from './examples.ts';
import { forged, type Place, placesOf } from './forge.ts';
import type { Ids } from './rows.ts';

export type Ran = { requests: number; violations: string[] };
export type Cut = {
  /** Procedures and verbs to try; all where not given. */
  only?: readonly string[];
  /** Fewer ids and methods, for an engine where each request costs milliseconds. */
  small?: boolean;
};

/** Every procedure and every verb, by every kind of stranger, by every way of asking, with everybody's ids in every place. */
export async function runMatrix(tenants: Tenants, { only, small = false }: Cut = {}): Promise<Ran> {
  const asker = makeAsker(tenants);
  const isWanted = (name: string) => !only || only.includes(name);
  const before = await tenants.rows();
  // 1. Those who are no members of ours: nothing of ours may change, whatever they ask.
  const [members, outsiders] = [true, false].map((is) =>
    tenants.strangers.filter(({ at }) => (at === 'ours') === is),
  ) as [Stranger[], Stranger[]];
  for (const group of [outsiders, members]) {
    for (const stranger of group) {
      for (const procedure of policiesOf(appRouter))
        if (isWanted(procedure.path)) await tryProcedure(asker, tenants, stranger, procedure, small);
      for (const verb of Object.keys(verbs) as Verb[])
        if (isWanted(verb)) await tryVerb(asker, tenants, stranger, verb, small);
    }
    const after = await tenants.rows();
    for (const [table, rows] of after)
      for (const line of changed(
        before.get(table) ?? [],
        rows,
        group === outsiders ? null : privateIds(tenants.ids.ours),
      ))
        if (!unheld.has(table)) asker.violate(`${table} changed: ${line}`);
  }
  // 2. What was logged meanwhile.
  asker.inspectLog();
  return { requests: asker.requests(), violations: asker.violations };
}

/** Where the coming and going of requests shows, with ids and numbers only. */
const unheld = new Set(['claim', 'feed', 'meta', 'interaction_access']);
const privateIds = ({ hidden, masked }: Ids): Id[] => [...hidden, ...masked];

/** Rows that were there and are not the same any more; with ids, only rows that carry one of them. */
function changed(before: readonly string[], after: readonly string[], ids: readonly Id[] | null): string[] {
  const now = new Set(after);
  const then = new Set(before);
  const counts = (row: string) => !ids || ids.some((id) => row.includes(id));
  return [
    ...before.filter((row) => counts(row) && !now.has(row)).map((row) => `gone ${row.slice(0, 200)}`),
    ...(ids ? [] : after.filter((row) => !then.has(row)).map((row) => `new ${row.slice(0, 200)}`)),
  ];
}

/** Ids that must be to this stranger as if nothing had them. */
function strangeIds({ ids }: Tenants, { at, kind }: Stranger, small: boolean): Id[] {
  const { ours, theirs } = ids;
  const all = ({ others, hidden, masked, clients, ...known }: Ids) => [
    ...Object.values(known),
    ...hidden,
    ...masked,
    ...others,
    ...clients,
  ];
  const mine = kind === 'author' ? 0 : kind === 'owner' ? 2 : null;
  const notMine = ours.hidden.filter((_, place) => mine === null || !hiddenOf(mine).includes(place));
  const list = at === 'ours' ? [...notMine, ...all(theirs)] : all(ours);
  return small ? list.slice(0, 4) : list;
}
/** Places in `hidden` of what is the author's (contact, undone entry, the let one's undone entry) or the owner's. */
const hiddenOf = (first: number): number[] => (first === 0 ? [0, 1, 4] : [2, 3]);

async function tryProcedure(
  asker: Asker,
  tenants: Tenants,
  stranger: Stranger,
  { path, type, policy }: Policed,
  small: boolean,
): Promise<void> {
  const made = examples[path];
  if (!made)
    return asker.violate(`${path} has no example input: name one in tests/contract/tenants/examples.ts`);
  if (path === 'pairing.claim') tenants.nextMinute();
  const own = tenants.ids[stranger.at ?? 'ours'];
  const isAdmitted =
    policy === 'open' ||
    (stranger.refused === null && stranger.role !== null && isAtLeast(stranger.role, policy));
  const expected = isAdmitted ? null : (stranger.refused ?? 'role.forbidden');
  const ways: readonly Method[] = small ? ['POST'] : methods;
  for (const input of made(own)) {
    for (const method of small ? ways : [...ways, ...strangeMethods]) {
      const answer = await asker.ask(stranger, path, method, input);
      // A change by GET, a stream in a batch: there is no such call.
      const isNoCall =
        (type === 'mutation' && method.includes('GET')) ||
        (type === 'subscription' && method.startsWith('batch'));
      if (strangeMethods.includes(method) || isNoCall) {
        // A HEAD is answered with no word and no deed.
        if (answer.ok && (method !== 'HEAD' || answer.text))
          asker.violate(`${answer.name} was done by ${method}`);
      } else if (expected) {
        if (answer.ok || answer.codes.some((code) => code !== expected))
          asker.violate(`${answer.name}: ${answer.codes} instead of ${expected}`);
      } else if (!answer.ok && !ofOneMember.has(path))
        asker.violate(`${answer.name}: ${answer.codes}, although it may`);
    }
    for (const place of placesOf(input))
      for (const method of ways) {
        if (type === 'mutation' && method.includes('GET')) continue;
        // Numbers given under a client's name stay with it: the next asker would see those of this one.
        if (path === 'sync.push' && place.join() === 'clientId') continue;
        const askWith = (id: Id) => asker.ask(stranger, path, method, forged(input, place, id));
        if (expected) {
          for (const id of strangeIds(tenants, stranger, true)) {
            const answer = await askWith(id);
            if (answer.ok || answer.codes.some((code) => code !== expected))
              asker.violate(`${answer.name}: ${answer.codes} instead of ${expected}`);
          }
        } else await alike(asker, tenants, stranger, place, askWith, small, allowed(path, stranger, tenants));
      }
  }
}

/** Who is a member of both workspaces may go from one into the other. */
const allowed = (path: string, { kind }: Stranger, { ids }: Tenants): Id[] =>
  path === 'device.enter' && kind === 'member of both, in the other' ? [ids.ours.workspace] : [];

/** "Not yours" must read as "not there". */
async function alike(
  asker: Asker,
  tenants: Tenants,
  stranger: Stranger,
  place: Place,
  askWith: (id: Id) => ReturnType<Asker['ask']>,
  small: boolean,
  but: readonly Id[] = [],
): Promise<void> {
  const nothing = await askWith(nobody());
  const strange = strangeIds(tenants, stranger, small).filter((id) => !but.includes(id));
  const answers = await Promise.all(strange.map(askWith));
  for (const answer of answers)
    if (answer.said !== nothing.said)
      asker.violate(
        `${answer.name} at ${place.join('.')}: ${answer.said.slice(0, 160)} | for nobody's: ${nothing.said.slice(0, 160)}`,
      );
}

async function tryVerb(
  asker: Asker,
  tenants: Tenants,
  stranger: Stranger,
  verb: Verb,
  small: boolean,
): Promise<void> {
  const make = verbExamples[verb];
  if (!make) return asker.violate(`${verb} has no example input`);
  const own = tenants.ids[stranger.at ?? 'ours'];
  const push = (input: unknown, method: Method = 'POST') =>
    asker.ask(
      stranger,
      'sync.push',
      method,
      { clientId: newId(), confirmed: 0, mutations: [{ number: 1, verb, input, at: 1 }] },
      verb,
    );
  const input = make(own);
  // 1. Who may not write at all.
  if (stranger.refused || (stranger.role === 'read-only' && !isForReaders(verb))) {
    for (const method of small ? (['POST'] as const) : (['POST', 'batch POST'] as const)) {
      const answer = await push(input, method);
      const is = stranger.refused
        ? answer.codes.join()
        : (/"code":"([^"]+)"/.exec(answer.text)?.[1] ?? 'applied');
      const wanted = stranger.refused ?? 'role.forbidden';
      if (!is.split(',').every((code) => code === wanted))
        asker.violate(`${answer.name}: ${is} instead of ${wanted}`);
    }
    return;
  }
  const isAdd = /\.(add|log)$/.test(verb);
  for (const place of placesOf(input)) {
    const isMade = (isAdd && place.join() === 'id') || place.join() === 'mergeId';
    const isNewRow = verb === 'import.rows' ? isMadeByPart(place) : isMade;
    const askWith = (id: Id) => push(forged(input, place, id));
    // 2. An id of somebody else's, as one that nothing has. That a row's own id is taken must be said to who makes it.
    if (!isNewRow) await alike(asker, tenants, stranger, place, askWith, small);
    // 3. What is known to be there and is not theirs to read: nothing but asking is done.
    if (stranger.at !== 'ours' || isNewRow || place.join() !== 'id') continue;
    const masked = tenants.ids.ours.masked.filter(
      (_, at) => !(stranger.kind === 'author' && at === 0) && !(stranger.kind === 'owner' && at === 1),
    );
    for (const id of masked) {
      const answer = await askWith(id);
      if (verb !== 'interaction.askAccess' && !/"status":"refused"/.test(answer.text))
        asker.violate(`${answer.name} did something to a private entry: ${answer.said.slice(0, 160)}`);
    }
  }
}

/** The import itself, and rows that a part makes; what it changes and links is there already. */
const isMadeByPart = (place: Place): boolean =>
  place.join() === 'id' || (place.length === 3 && place[2] === 'id' && place[0] !== 'changes');
