import { searchText } from '../../../shared/kit/fold.ts';
import type { Input } from '../../../shared/sync/mutation.ts';
import { domainFindable, normalisedDomains } from '../company/domain.ts';
import { keyField, keyFindables, normalised } from '../contact/key.ts';
import { ownFindables } from '../own-field/values.ts';
import { FRESH, type Plan } from '../plan.ts';
import { findable } from '../search/findable.ts';
import { type Changes, changedNouns, changeRows, partOf, setsOf } from './change.ts';
import { addCompanies, teachCompany } from './company.ts';
import { addContacts, keyRows, teachContacts } from './contact.ts';
import { addDeals } from './deal.ts';
import { addInteractions } from './interaction.ts';
import { beginPart, dropEmptyPart, endPart, own, START, touchPart } from './part.ts';
import { indexChanged, indexFresh, reindexChanged, type Text, textOf } from './text.ts';

type Rows = Input<'import.rows'>;

/**
 * One part of an import as one set of statements, however many rows it has: each reads a list in its arguments. Rows
 * come first, then what is learnt and changed with its history, then the history of what was added; what the feed does
 * not know yet is what this run has made.
 */
export function importRows(input: Rows): Plan {
  const companies = addCompanies(input.companies);
  const contacts = addContacts(input.contacts);
  const deals = addDeals(input.deals);
  const interactions = addInteractions(input.interactions);
  const sets = changedNouns.map((noun) => ({ noun, sets: setsOf(noun, input.changes) }));
  const { keys, domains, externalIds } = learnt(input);
  const there = [
    ...(input.companies.length > 0 ? [companies] : []),
    ...(input.contacts.length > 0 ? [contacts] : []),
    ...(input.deals.length > 0 ? [deals] : []),
    ...(input.interactions.length > 0 ? [interactions] : []),
  ];
  const mayChange = input.changes.length > 0 || there.length > 0;
  return {
    refuse: [
      `(SELECT CASE WHEN created_by IS NOT :by THEN 'input.invalid' WHEN undone_at IS NOT NULL THEN 'import.undone' END FROM import WHERE id = :id)`,
    ],
    effects: [
      `INSERT INTO import (id, created_at, created_by, updated_at, file, added, changed, kept, private_to)
SELECT :id, :at, :by, :at, :file, 0, 0, 0, CASE WHEN :private THEN :by END WHERE ${FRESH} ON CONFLICT DO NOTHING`,
      beginPart,
      ...there.flatMap(({ effects }) => effects),
      ...(keys.length > 0 ? teachContacts : []),
      ...(domains.length > 0 ? teachCompany(':domains') : []),
      ...(externalIds.length > 0 ? teachCompany(':externalIds') : []),
      ...sets.flatMap(({ noun, sets }) => (sets.length > 0 ? changeRows(noun, sets) : [])),
      ...(input.changes.length > 0 ? indexChanged : []),
      ...(mayChange ? reindexChanged : []),
      ...there.map(({ history }) => history),
      ...(there.length > 0 ? indexFresh(nounsIn(input), input.interactions.length > 0) : []),
      ...touchPart,
      `UPDATE import SET updated_at = :at,
  added = added + (SELECT count(*) FROM ${own('c')} WHERE c.id >= ${START} AND c.field = 'added'),
  changed = changed + (SELECT count(*) FROM (SELECT 1 FROM ${own('c')} WHERE c.id >= ${START} GROUP BY c.noun, c.row_id HAVING NOT max(c.field IN ('added', 'mergedInto'))))
WHERE id = :id AND ${FRESH}`,
      endPart,
      dropEmptyPart,
    ],
    args: {
      id: input.id,
      file: input.file,
      private: input.private ? 1 : 0,
      ...companies.args,
      ...contacts.args,
      ...deals.args,
      ...interactions.args,
      ...Object.fromEntries(sets.map(({ noun, sets }) => [`${noun}Sets`, JSON.stringify(sets)])),
      keys: JSON.stringify(keys),
      domains: JSON.stringify(domains),
      externalIds: JSON.stringify(externalIds),
      texts: JSON.stringify(textsOf(input)),
      newTexts: JSON.stringify(newTextsOf(input.changes)),
    },
  };
}

const nounsIn = (input: Rows): string[] =>
  (['companies', 'contacts', 'deals', 'interactions'] as const).flatMap((list) =>
    input[list].length > 0
      ? [{ companies: 'company', contacts: 'contact', deals: 'deal', interactions: 'interaction' }[list]]
      : [],
  );

/** What new rows bring along and known ones learn. */
function learnt({ companies, contacts, changes }: Rows) {
  const known = [...companies, ...changes.filter(({ noun }) => noun === 'company')];
  return {
    keys: [...contacts, ...changes.filter(({ noun }) => noun === 'contact')].flatMap(({ id, keys }) =>
      keyRows(id, keys),
    ),
    domains: known.flatMap(({ id, domains }) => normalisedDomains(domains).map((domain) => [id, domain])),
    externalIds: known.flatMap(({ id, externalIds }) => (externalIds ?? []).map((each) => [id, each])),
  };
}

const textsOf = ({ companies, contacts, deals, interactions }: Rows): Text[] => [
  ...companies.map((c) =>
    textOf('company', c.id, {
      ...{ name: c.name, domains: domainFindable(normalisedDomains(c.domains)) },
      ...{ industry: c.industry, city: c.city, phone: c.phone, ...ownFindables(c.own) },
    }),
  ),
  ...contacts.map((c) =>
    textOf('contact', c.id, {
      ...{ name: c.name, given: c.givenName, family: c.familyName },
      ...{ title: c.title, address: c.address, phone: c.phone, ...keyFindables(c.keys.map(normalised)) },
      ...ownFindables(c.own),
    }),
  ),
  ...deals.map((d) => textOf('deal', d.id, { name: d.title, need: d.need, ...ownFindables(d.own) })),
  ...interactions.map((i) =>
    textOf('interaction', i.id, { subject: i.subject, body: i.body, outcome: i.outcome }),
  ),
];

/** [noun, row, field of the history, part, text] of what changes make findable. */
const newTextsOf = (changes: Changes): (string | null)[][] =>
  changes.flatMap(({ noun, id, fields, keys }) => [
    ...Object.entries(fields).flatMap(([field, value]) => {
      const part = partOf[noun][field];
      return part === undefined || value === undefined
        ? []
        : [[noun, id, field, part, value === null ? '' : findable(part, String(value))]];
    }),
    ...keys.map(normalised).map((key) => [noun, id, 'key', keyField(key), searchText(key.value)]),
  ]);
