import type { Table } from '../table.ts';
import { exportColumns } from '../write/columns.ts';
import { isTarget, type OwnNoun, type Target } from './target.ts';

const id = /^sidebook:[0-9a-f-]{36}(?:[;\n]|$)/;

/** What each column of our own export is, whatever stands in it; null: it is another's file. */
export function ourColumns({ columns }: Table): { noun: OwnNoun; targets: Target[] } | null {
  if (!columns.some(({ samples }) => samples.some((sample) => id.test(sample)))) return null;
  const named = columns.map(({ target }) => (target !== undefined && isTarget(target) ? target : null));
  const headers = new Set(columns.map(({ header }) => header));
  const noun = (['deal', 'company', 'contact'] as const).find((each) =>
    named.some((target) => target !== null)
      ? named.some(
          (target) => target?.startsWith(`${each}.`) && (each !== 'company' || !named.some(isOfContact)),
        )
      : headers.has(exportColumns(each, [])[0]?.header ?? ''),
  );
  if (!noun) return null;
  const targets = new Map(exportColumns(noun, []).map(({ header, target }) => [header, target]));
  return {
    noun,
    targets: columns.map(({ header }, at): Target => {
      const key = /\[([a-z][a-z0-9_]{0,59})\]$/.exec(header)?.[1];
      return named[at] ?? targets.get(header) ?? (key ? `${noun}.own.${key}` : 'ignore');
    }),
  };
}

const isOfContact = (target: Target | null): boolean => target?.startsWith('contact.') ?? false;
