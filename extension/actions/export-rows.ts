import type { Company, Contact, OwnField } from '../../shared/domain/rows.ts';
import type { Id } from '../../shared/kit/id.ts';
import { writerOf } from '../files/write/parts.ts';
import { type Exported, type Names, recordOf } from '../files/write/record.ts';
import type { Calls } from '../messages/calls.ts';
import type { Core } from './core.ts';

type Asked = Calls['exportRows']['in'];

/**
 * A part of a file: the rows by their ids, in this order, with the file's head before the first part and its end behind
 * the last. Parts are small, so that a hundred thousand people never cross as one message.
 */
export async function exportRows(
  { mirror }: Pick<Core, 'mirror'>,
  { noun, format, ids, first, last, written }: Asked,
): Promise<{ text: string; rows: number }> {
  const ownFields = (await mirror.all('ownField')).sort((one, other) => one.position - other.position);
  const found = await Promise.all(ids.map((id) => mirror.get(noun, id)));
  const rows = found.flatMap((row) => (row && row.deletedAt === null && !isMerged(row) ? [row] : []));
  const names = await namesOf(mirror, noun, rows, ownFields);
  const writer = writerOf(format, noun, ownFields);
  const records = rows.map((row) => recordOf(noun, row, ownFields, names));
  const text = (first ? writer.head : '') + writer.rows(records, written === 0) + (last ? writer.tail : '');
  return { text, rows: rows.length };
}

const isMerged = (row: object): boolean => 'mergedInto' in row && row.mergedInto !== null;

/** Everybody and everything that these rows name. */
async function namesOf(
  mirror: Core['mirror'],
  noun: Asked['noun'],
  rows: readonly Exported[Asked['noun']][],
  ownFields: readonly OwnField[],
): Promise<Names> {
  const members = byId(await mirror.all('member'));
  const [stages, pipelines] = [byId(await mirror.all('stage')), byId(await mirror.all('pipeline'))];
  const people = ownFields.filter((field) => field.noun === noun && field.kind === 'person');
  const companyIds = rows.flatMap((row) => ('companyId' in row && row.companyId ? [row.companyId] : []));
  const personIds = rows.flatMap((row) =>
    people.flatMap(({ key }) => {
      const id = row.own[key];
      return typeof id === 'string' && !members.has(id) ? [id] : [];
    }),
  );
  const companies = await each(companyIds, (id): Promise<Company | undefined> => mirror.get('company', id));
  const contacts = await each(personIds, (id): Promise<Contact | undefined> => mirror.get('contact', id));
  return {
    company: (id) => companies.get(id),
    person: (id) => members.get(id) ?? contacts.get(id),
    member: (id) => members.get(id),
    stage: (id) => stages.get(id),
    pipeline: (id) => pipelines.get(id),
  };
}

const byId = <R extends { id: Id }>(rows: readonly R[]): Map<Id, R> =>
  new Map(rows.map((row) => [row.id, row]));

async function each<R extends { id: Id }>(
  ids: readonly Id[],
  get: (id: Id) => Promise<R | undefined>,
): Promise<Map<Id, R>> {
  const found = await Promise.all([...new Set(ids)].map(get));
  return byId(found.flatMap((row) => row ?? []));
}
