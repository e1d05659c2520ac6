import type {
  Conflict,
  Counts,
  ImportNoun,
  ImportRules,
  Planned,
  PlannedContact,
  PlannedDeal,
  RowProblem,
  SameRule,
} from '../../../shared/domain/import/planned.ts';
import type { Contact, ContactKey, Origin } from '../../../shared/domain/rows.ts';
import { type IdentityKey, keyText } from '../../../shared/identity/key.ts';
import type { Id } from '../../../shared/kit/id.ts';
import { settingsOf } from '../../../shared/sync/apply/import-part.ts';
import type { Input } from '../../../shared/sync/mutation.ts';
import { companyDomain } from '../find-people.ts';
import { noCounts } from './job.ts';
import { foldedName, isCertain, type Joined } from './joined.ts';
import { type Asked, type Known, logKeys, type Names, ownName } from './known.ts';
import { companyOf, contactOf, dealOf, interactionOf, rowKey } from './made.ts';

type Part = Input<'import.rows'>;
export type PartRows = Pick<Part, 'companies' | 'contacts' | 'deals' | 'interactions' | 'changes'>;
type Change = Part['changes'][number];

/** What one row of a file comes to. */
export type Decided = {
  rows: PartRows;
  counts: Counts;
  problems: RowProblem[];
  conflicts: Conflict[];
  /** Nothing of the row is taken. */
  left: boolean;
};

export type Decider = {
  /** What must be looked up before these rows are decided. */
  asks(rows: readonly Planned[], from: number): Asked;
  decide(row: Planned, at: number, known: Known): Decided;
};

export type DeciderParts = {
  joined: Joined;
  names: Names;
  rules: ImportRules;
  newId(): Id;
  /** When something was closed whose file does not say when. */
  now: number;
  /** Rows before this one were taken in an earlier life: their people are there by their keys. */
  taken: number;
};

const empty = (): PartRows => ({ companies: [], contacts: [], deals: [], interactions: [], changes: [] });
const origin = (source: string | null): Origin => ({
  channel: 'import',
  page: null,
  campaign: source,
  referrer: null,
});

/** Decides row by row what becomes of it. Whoever was decided on once is remembered for the rows after it. */
export function openDecider({ joined, names, rules, newId, now, taken }: DeciderParts): Decider {
  const contactIds = new Map<number, Id | null>();
  const companyIds = new Map<number, Id | null>();
  const dealIds = new Map<string, Id>();
  const logged = new Set<string>();
  /** Fields that this import has set, as `id field`: what an earlier row says counts. */
  const set = new Set<string>();

  /** All that is decided while one row is. */
  function deciding(row: Planned, known: Known) {
    const made: Decided = { rows: empty(), counts: noCounts(), problems: [], conflicts: [], left: false };
    const problem = (code: RowProblem['code'], text: string | null = null, column: string | null = null) =>
      made.problems.push({ row: row.row, code, column, text });
    const count = (noun: ImportNoun, what: 'added' | 'changed' | 'left') => made.counts[noun][what]++;
    const owner = (text: string | null): Id | null => {
      const found = text ? names.member(text) : rules.owner;
      if (text && !found) problem('owner.unknown', text);
      return found;
    };

    /** What the file says of somebody who is there: by the rule it fills, changes, or is left. */
    function change(
      noun: Change['noun'],
      there: { id: Id; name: string; row: object },
      fields: Record<string, unknown>,
      rule: SameRule,
      learnt: Pick<Change, 'keys' | 'domains' | 'externalIds'>,
    ): void {
      if (rule === 'skip' || rule === 'create') return void count(noun, 'left');
      const fill = rule === 'fill';
      noteConflicts(noun, there, fields, !fill);
      const settings = Object.fromEntries(
        settingsOf(there.row, { fill, fields: fields as Change['fields'] }).filter(([field]) => {
          const place = `${there.id} ${field}`;
          return !set.has(place) && set.add(place);
        }),
      );
      const own = Object.fromEntries(
        Object.entries(settings).flatMap(([field, value]) =>
          field.startsWith('own.') ? [[field.slice(4), value]] : [],
        ),
      );
      const plain = Object.fromEntries(
        Object.entries(settings).filter(([field]) => !field.startsWith('own.')),
      );
      const more = Object.keys(own).length > 0 ? { own } : {};
      const isNews =
        Object.keys(settings).length +
          learnt.keys.length +
          learnt.domains.length +
          learnt.externalIds.length >
        0;
      if (isNews)
        made.rows.changes.push({
          noun,
          id: there.id,
          fill,
          fields: { ...plain, ...more },
          ...learnt,
        } as Change);
      count(noun, isNews ? 'changed' : 'left');
    }

    function noteConflicts(
      noun: Change['noun'],
      { id, name, row: has }: { id: Id; name: string; row: object },
      fields: Record<string, unknown>,
      isTaken: boolean,
    ): void {
      const { own = {}, ...plain } = fields as { own?: Record<string, unknown> };
      const held = has as Record<string, unknown> & { own: Record<string, unknown> };
      const pairs = [
        ...Object.entries(plain).map(([field, value]) => [field, held[field], value] as const),
        ...Object.entries(own).map(([key, value]) => [`own.${key}`, held.own[key], value] as const),
      ];
      for (const [field, before, value] of pairs) {
        if (isNothing(before) || isNothing(value) || field.endsWith('Id')) continue;
        if (field === 'phone' ? isSameNumber(before, value) : isSame(before, value)) continue;
        made.conflicts.push({
          ...{ row: row.row, noun, id, name, field, taken: isTaken },
          ...{ has: before as string | number, file: value as string | number },
        });
      }
    }

    function company(root: number, isHere: boolean): Id | null {
      const decided = companyIds.get(root);
      if (decided !== undefined) return decided;
      const planned = joined.company(root);
      if (!planned) return null;
      const found = known.companies(planned.domains, planned.externalIds, planned.name);
      if (found.length > 1) problem('match.several', planned.name);
      const [there] = found;
      let id: Id | null = there?.id ?? null;
      if (there && isHere) {
        const { domains, externalIds, owner: named, name, ...rest } = planned;
        const fields = given({
          ...rest,
          ...(name && rules.companies === 'update' && { name }),
          ...(named && { ownerId: owner(named) }),
        });
        const learnt = {
          keys: [],
          domains: domains.filter(
            (each) => !there.domains.includes(each) && known.companies([each], [], null).length === 0,
          ),
          externalIds: externalIds.filter(
            (each) => !there.externalIds.includes(each) && known.companies([], [each], null).length === 0,
          ),
        };
        change('company', { id: there.id, name: there.name, row: there }, fields, rules.companies, learnt);
      } else if (!there && planned.name) {
        id = newId();
        made.rows.companies.push(
          companyOf(planned, {
            id,
            ownerId: owner(planned.owner),
            origin: origin(row.source ?? rules.campaign),
          }),
        );
        count('company', 'added');
      } else if (!there) problem('link.unknown', planned.domains[0] ?? planned.externalIds[0] ?? null);
      companyIds.set(root, id);
      return id;
    }

    function contact(root: number, companyId: Id | null, isHere: boolean): Id | null {
      const decided = contactIds.get(root);
      if (decided !== undefined) return decided;
      const planned = joined.contact(root);
      if (!planned) return null;
      const found = known.contacts(planned.keys, planned.name);
      if (found.length > 1) problem('match.several', planned.name);
      const [there] = found;
      let id: Id | null = there?.id ?? null;
      if (there && isHere && planned.name && rules.contacts !== 'create') {
        const { keys, owner: named, ...rest } = planned;
        const fields = given({ ...rest, companyId, ...(named && { ownerId: owner(named) }) });
        const learnt = { keys: newKeys(keys, there, known), domains: [], externalIds: [] };
        // What one imports for oneself tells a shared contact nothing. [A4]
        const rule = rules.private && there.privateTo === null ? 'skip' : rules.contacts;
        change('contact', { id: there.id, name: there.name, row: there }, fields, rule, learnt);
      } else if (planned.name && (!there || (isHere && rules.contacts === 'create'))) {
        id = newId();
        const worksAt = companyId ?? employer(planned, known);
        const held = there
          ? planned.keys.filter((key) => isCertain(key) && known.contacts([key], null).length > 0)
          : [];
        for (const key of held) problem('key.held', key.value);
        const keys = planned.keys.filter((key) => !held.includes(key));
        made.rows.contacts.push(
          contactOf(planned, {
            ...{ id, companyId: worksAt, ownerId: owner(planned.owner) },
            origin: origin(row.source ?? rules.campaign),
            keys: keys.some(isCertain)
              ? keys
              : [...keys, rowKey(planned)].filter(
                  (key) => !there || known.contacts([key], null).length === 0,
                ),
          }),
        );
        count('contact', 'added');
      } else if (!there) problem('link.unknown', planned.keys[0]?.value ?? null);
      contactIds.set(root, id);
      return id;
    }

    /** Somebody named by a key: of the file, else of the workspace. */
    function named(key: IdentityKey): Id | null {
      const root = joined.holder(key);
      const id =
        root === null ? (known.contacts([key], null)[0]?.id ?? null) : contact(root, null, root >= taken);
      if (!id) problem('link.unknown', key.value);
      return id;
    }

    function deal(planned: PlannedDeal, people: Id[], companyId: Id | null): Id | null {
      const seen = planned.externalIds.map((each) => dealIds.get(each)).find((id) => id !== undefined);
      if (seen) {
        problem('row.contradicts', planned.title);
        return seen;
      }
      const [there] = known.deals(planned.externalIds);
      const stage = names.stage(planned.stage, planned.pipeline);
      if (planned.stage && !stage) problem('stage.unknown', planned.stage);
      const contactIds = [...new Set([...people, ...planned.contacts.flatMap((key) => named(key) ?? [])])];
      let id = there?.id ?? null;
      if (there && rules.deals !== 'create') {
        const { title, amountMinor, currency, expectedClose, need, own } = planned;
        const fields = given({ title, amountMinor, currency, expectedClose, need, own, companyId });
        change('deal', { id: there.id, name: there.title, row: there }, fields, rules.deals, {
          keys: [],
          domains: [],
          externalIds: [],
        });
      } else {
        id = newId();
        const externalIds = planned.externalIds.filter((each) => known.deals([each]).length === 0);
        made.rows.deals.push(
          dealOf(planned, {
            ...{ id, companyId, contactIds, externalIds, stageId: stage?.id ?? null },
            ...{ ownerId: owner(planned.owner), origin: origin(row.source ?? rules.campaign), now },
          }),
        );
        count('deal', 'added');
      }
      for (const each of planned.externalIds) if (id) dealIds.set(each, id);
      return id;
    }

    return { made, problem, count, company, contact, named, deal };
  }

  return {
    asks: (rows, from) => {
      const asked: Asked = { keys: [], domains: [], externalIds: [], companyIds: [], dealIds: [], logs: [] };
      const person = (root: number | null) => {
        const planned = root === null ? null : joined.contact(root);
        if (!planned) return;
        asked.keys.push(...planned.keys, ...(planned.keys.some(isCertain) ? [] : [rowKey(planned)]));
        asked.domains.push(...employerDomains(planned));
      };
      rows.forEach((row, i) => {
        const at = from + i;
        if (row.contact) person(joined.contactOf(at));
        const company = row.company ? joined.company(joined.companyOf(at)) : null;
        if (company) {
          asked.domains.push(...company.domains);
          asked.externalIds.push(...company.externalIds);
          if (company.name) asked.companyIds.push(...(names.companies.get(foldedName(company.name)) ?? []));
        }
        for (const key of [
          ...(row.deal?.contacts ?? []),
          ...row.interactions.flatMap(({ contacts }) => contacts),
        ]) {
          asked.keys.push(key);
          person(joined.holder(key));
        }
        asked.dealIds.push(
          ...(row.deal?.externalIds ?? []),
          ...row.interactions.flatMap(({ deal }) => deal ?? []),
        );
        asked.logs.push(...row.interactions.flatMap(logKeys));
      });
      return asked;
    },

    decide: (row, at, known) => {
      const { made, problem, count, company, contact, named, deal } = deciding(row, known);
      if (row.problems.some(({ fatal }) => fatal)) return { ...made, left: true };
      const firm = row.company ? joined.companyOf(at) : null;
      const companyId = firm === null ? null : company(firm, firm >= taken);
      const root = row.contact ? joined.contactOf(at) : null;
      const isLater = root !== null && root !== at;
      const contactId = root === null ? null : contact(root, companyId, root >= taken);
      const people = contactId ? [contactId] : [];
      const dealId = row.deal ? deal(row.deal, people, companyId) : null;
      for (const planned of row.interactions) {
        const keys = logKeys(planned);
        if (keys.some((key) => logged.has(key)) || known.isLogged(keys)) {
          count('interaction', 'left');
          continue;
        }
        for (const key of keys) logged.add(key);
        const about = [...new Set([...people, ...planned.contacts.flatMap((key) => named(key) ?? [])])];
        const ofDeal = planned.deal
          ? (dealIds.get(planned.deal) ?? known.deals([planned.deal])[0]?.id ?? null)
          : dealId;
        if (planned.deal && !ofDeal) problem('link.unknown', planned.deal);
        made.rows.interactions.push(
          interactionOf(planned, { id: newId(), contactIds: about, companyId, dealId: ofDeal }),
        );
        count('interaction', 'added');
      }
      const isEmpty = !row.contact && !row.company && !row.deal && row.interactions.length === 0;
      return { ...made, left: isEmpty && !isLater };
    },
  };
}

const isNothing = (value: unknown): boolean => value === null || value === undefined || value === '';
/** With or without its country or the sign before it. */
const isSameNumber = (a: unknown, b: unknown): boolean => {
  const [x, y] = [a, b].map((text) => String(text).replace(/\D/g, '').replace(/^0+/, '')) as [string, string];
  return x.endsWith(y) || y.endsWith(x);
};
const isSame = (a: unknown, b: unknown): boolean => foldedName(String(a)) === foldedName(String(b));

/** The fields that the file says something of. */
function given({ own = {}, ...fields }: Record<string, unknown>): Record<string, unknown> {
  const told = (of: object) => Object.entries(of).filter(([, value]) => !isNothing(value));
  const ours = told(own as object);
  return { ...Object.fromEntries(told(fields)), ...(ours.length > 0 && { own: Object.fromEntries(ours) }) };
}

/** The known company of one's address, where the file names none. */
const employer = (planned: PlannedContact, known: Known): Id | null =>
  known.companies(employerDomains(planned), [], null)[0]?.id ?? null;
const employerDomains = ({ keys }: PlannedContact): string[] =>
  keys.flatMap(({ kind, value }) => (kind === 'email' ? (companyDomain(value) ?? []) : []));

/** Keys that the contact lacks and nobody else holds. */
function newKeys(keys: readonly ContactKey[], there: Contact, known: Known): ContactKey[] {
  const has = new Set([`external:${ownName(there.id)}`, ...there.keys.map(keyText)]);
  return keys.filter(
    (key) => !has.has(keyText(key)) && !(isCertain(key) && known.contacts([key], null).length > 0),
  );
}
