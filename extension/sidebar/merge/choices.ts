import type { Company, Contact, OwnField, OwnValue, OwnValues } from '../../../shared/domain/rows.ts';

export type Side = 'a' | 'b';
/** A field in which the two differ, with what each has. */
export type Choosable = { field: string; own: OwnField | null; a: OwnValue; b: OwnValue };

const contactFields = [
  ...['name', 'givenName', 'familyName', 'title', 'companyId', 'phone', 'address'],
  ...['lifeCycle', 'ownerId', 'role', 'roleReason'],
];
const companyFields = [
  ...['name', 'industry', 'city', 'country', 'phone', 'website', 'ownerId', 'role', 'roleReason'],
];

/** Fields in which they differ, in the order of their forms; what only one of them has among them. */
export function choosable(
  a: Contact | Company,
  b: Contact | Company,
  ownFields: readonly OwnField[],
): Choosable[] {
  const held = (row: object, field: string) => ((row as Record<string, OwnValue>)[field] ?? null) as OwnValue;
  const plain = ('keys' in a ? contactFields : companyFields).map(
    (field): Choosable => ({ field, own: null, a: held(a, field), b: held(b, field) }),
  );
  const keys = [
    ...new Set([...ownFields.map(({ key }) => key), ...Object.keys(a.own), ...Object.keys(b.own)]),
  ];
  const own = keys.map(
    (key): Choosable => ({
      field: `own.${key}`,
      own: ownFields.find((each) => each.key === key) ?? null,
      a: a.own[key] ?? null,
      b: b.own[key] ?? null,
    }),
  );
  return [...plain, ...own].filter((each) => each.a !== each.b);
}

/** The kept one's value, where it has one. */
export const usual = (each: Choosable, keep: Side): Side => {
  const other = keep === 'a' ? 'b' : 'a';
  return each[keep] === null || each[keep] === '' ? other : keep;
};

/** What the kept one is to take of the other. */
export function takenFields(
  all: readonly Choosable[],
  keep: Side,
  chosen: Readonly<Record<string, Side>>,
): Record<string, OwnValue | OwnValues> {
  const fields: Record<string, OwnValue | OwnValues> = {};
  const own: OwnValues = {};
  for (const each of all) {
    const side = chosen[each.field] ?? usual(each, keep);
    if (side === keep) continue;
    if (each.field.startsWith('own.')) own[each.field.slice('own.'.length)] = each[side];
    else fields[each.field] = each[side];
  }
  return Object.keys(own).length > 0 ? { ...fields, own } : fields;
}

type Weighed = { row: { createdAt: number }; entries: number; deals: number; tasks: number };
/** With whom more was done; of two alike the older one. */
export const likelierKept = (a: Weighed, b: Weighed): Side => {
  const busier = a.entries + a.deals + a.tasks - (b.entries + b.deals + b.tasks);
  if (busier !== 0) return busier > 0 ? 'a' : 'b';
  return a.row.createdAt <= b.row.createdAt ? 'a' : 'b';
};
