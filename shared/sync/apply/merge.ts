import { newBase } from '../../domain/row.ts';
import type { Company, Contact, Merge, OwnValues } from '../../domain/rows.ts';
import { keyText } from '../../identity/key.ts';
import type { Id } from '../../kit/id.ts';
import type { Input } from '../mutation.ts';
import { type Applied, changed, edited, isOthers, type On } from './on.ts';

type Noun = Merge['noun'];
type Party = Contact | Company;
type Given = Input<'contact.merge'> | Input<'company.merge'>;

/** What somebody is known by: keys, or domains and ids. */
export const handlesOf = (row: Party): string[] =>
  'keys' in row
    ? row.keys.map(keyText)
    : [...row.domains.map((each) => `domain:${each}`), ...row.externalIds.map((each) => `external:${each}`)];

/** A row with handles of another one that it lacks. */
function withHandles<P extends Party>(row: P, brought: ReadonlySet<string>, from: P): P {
  if ('keys' in row && 'keys' in from)
    return { ...row, keys: [...row.keys, ...from.keys.filter((key) => brought.has(keyText(key)))] };
  const [one, other] = [row as Company, from as Company];
  return {
    ...row,
    domains: [...one.domains, ...other.domains.filter((each) => brought.has(`domain:${each}`))],
    externalIds: [...one.externalIds, ...other.externalIds.filter((each) => brought.has(`external:${each}`))],
  };
}
function withoutHandles<P extends Party>(row: P, gone: ReadonlySet<string>): P {
  if ('keys' in row) return { ...row, keys: row.keys.filter((key) => !gone.has(keyText(key))) };
  const one = row as Company;
  return {
    ...row,
    domains: one.domains.filter((each) => !gone.has(`domain:${each}`)),
    externalIds: one.externalIds.filter((each) => !gone.has(`external:${each}`)),
  };
}

/** Fields of a row by name, own ones as `own.<key>`. */
const flat = (fields: object): OwnValues => {
  const { own = {}, ...rest } = fields as { own?: OwnValues };
  const owned = Object.entries(own).map(([key, value]) => [`own.${key}`, value]);
  return Object.fromEntries([...Object.entries(rest), ...owned]);
};
function unflat(fields: OwnValues): object {
  const own: OwnValues = {};
  const plain: OwnValues = {};
  for (const [field, value] of Object.entries(fields))
    if (field.startsWith('own.')) own[field.slice('own.'.length)] = value;
    else plain[field] = value;
  return Object.keys(own).length > 0 ? { ...plain, own } : plain;
}

/** Fields in which the kept one takes the gone one's value, with what it had. */
function chosenOf(kept: Party, fields: object): OwnValues {
  const here = flat(kept);
  return Object.fromEntries(
    Object.entries(flat(fields)).flatMap(([field, value]) =>
      value !== undefined && value !== (here[field] ?? null) ? [[field, here[field] ?? null]] : [],
    ),
  );
}

/** Not by a row that has gone before, and never a shared row with one that is somebody's own. [J7] */
const areTwo = (kept: Party, gone: Party, me: Id | null): boolean => {
  const [one, other] = [kept, gone].map((row) => ('privateTo' in row ? row : { privateTo: null }));
  // The server's row of one of them may have come before the other's.
  if (kept.id === gone.id || kept.mergedInto || (gone.mergedInto ?? kept.id) !== kept.id) return false;
  return one?.privateTo === other?.privateTo && !isOthers(one, me);
};

const mergeOf =
  (noun: Noun) =>
  ({ id, goneId, mergeId, fields }: Given, { world, at, me }: On) => {
    const kept = world.get(noun, id) as Party | undefined;
    const gone = world.get(noun, goneId) as Party | undefined;
    if (!kept || !gone || !areTwo(kept, gone, me)) return [];
    const known = new Set(handlesOf(kept));
    const brought = handlesOf(gone).filter((handle) => !known.has(handle));
    const merge: Merge = {
      ...newBase(mergeId, at, me),
      ...{ noun, keptId: id, goneId, goneName: gone.name },
      ...{ was: chosenOf(kept, fields), brought, stayed: 0, splitAt: null, splitBy: null },
      privateTo: 'privateTo' in kept ? kept.privateTo : null,
    };
    const next = withHandles(edited(kept, fields, at), new Set(brought), gone);
    return [
      ...changed(noun, next as never),
      ...changed(noun, { ...gone, mergedInto: id, updatedAt: at } as never),
      ...changed('merge', merge),
    ];
  };

export const mergeVerbs: Applied<'contact.merge' | 'company.merge' | 'merge.split'> = {
  'contact.merge': mergeOf('contact'),
  'company.merge': mergeOf('company'),
  // What came since is sorted by the server, which has the history; a value that still is the gone one's goes back.
  'merge.split': ({ id }, { world, at, me }) => {
    const merge = world.get('merge', id);
    if (!merge || merge.splitAt !== null || isOthers(merge, me)) return [];
    const { noun } = merge;
    const gone = world.get(noun, merge.goneId) as Party | undefined;
    const kept = world.get(noun, gone?.mergedInto ?? merge.keptId) as Party | undefined;
    const there = gone ? flat(gone) : {};
    const here = kept ? flat(kept) : {};
    const back = Object.entries(merge.was).filter(
      ([field]) => (here[field] ?? null) === (there[field] ?? null),
    );
    const left =
      kept && withoutHandles(edited(kept, unflat(Object.fromEntries(back)), at), new Set(merge.brought));
    return [
      ...changed(noun, left as never),
      ...changed(noun, gone && ({ ...gone, mergedInto: null, updatedAt: at } as never)),
      ...changed('merge', { ...merge, splitAt: at, splitBy: me, updatedAt: at }),
    ];
  },
};
