import { latin } from '../name/latin.ts';
import { parseName } from '../name/parse.ts';
import { companyCore } from '../name/same-company.ts';
import type { NameTables } from '../name/tables.ts';
import type { NameReader } from './facts.ts';

const isPlain = (text: string): boolean => /^[\x20-\x7e]*$/.test(text);

/** Reads names as the room of names does; with its large tables also nicknames and what Han characters sound like. */
export function nameReader(tables: NameTables): NameReader {
  const cores = new Map<string, string>();
  const forms = (text: string): readonly string[] => {
    if (isPlain(text)) return [];
    const read = tables.reading(text) ?? latin(text);
    return [read.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase()];
  };
  return {
    parts: (name) => {
      const { first, last, suffix } = parseName(name);
      return { given: first, family: last, suffix };
    },
    givenForms: forms,
    familyForms: forms,
    sameGiven: tables.sameGiven,
    companyCore: (name) => {
      const known = cores.get(name);
      if (known !== undefined) return known;
      const core = companyCore(name);
      if (cores.size > 20_000) cores.clear();
      cores.set(name, core);
      return core;
    },
  };
}
