import type { Planned } from '../../../shared/domain/import/planned.ts';
import type { Mapping } from '../columns/mapping.ts';
import { makePace, type Watch } from '../pace.ts';
import type { Table } from '../table.ts';
import { planCompany } from './company.ts';
import { planContact } from './contact.ts';
import { type Context, contextOf, type PlanWorld } from './context.ts';
import { planDeal } from './deal.ts';
import { noteOf, planInteraction } from './interaction.ts';
import { Row } from './row.ts';

const CHUNK = 500;

/** Every row of a table as what it means, five hundred at a time; see shared/domain/import/planned.ts. */
export async function* planRows(
  table: Table,
  mapping: Mapping,
  world: PlanWorld,
  watch: Watch = {},
): AsyncGenerator<Planned[], void, void> {
  const pace = makePace(watch);
  const context = await contextOf(table, mapping, world, pace);
  const broken = new Set(table.broken);
  let chunk: Planned[] = [];
  for (const [at, cells] of table.rows.entries()) {
    chunk.push(planRow(at + 1, cells, context, broken.has(at + 1)));
    if (chunk.length === CHUNK) {
      yield chunk;
      chunk = [];
    }
    if (at % 32 === 0) await pace(0.2 + (0.8 * at) / table.rows.length);
  }
  if (chunk.length > 0) yield chunk;
}

function planRow(number: number, cells: readonly string[], context: Context, broken: boolean): Planned {
  const row = new Row(cells, context.columns);
  const { noun } = context.mapping;
  if (broken) row.problem('row.broken', null);
  const planned: Planned = {
    row: number,
    contact: null,
    company: null,
    deal: null,
    interactions: [],
    source: null,
    problems: row.problems,
  };
  // 1. Whom the row is about, and whom it names by the way.
  const company = planCompany(row, context);
  const { contact, pages, others } = planContact(row, company, context);
  const [page] = pages;
  if (page && company && !company.website) {
    company.website = page;
    pages.shift();
  }
  planned.company = company;
  planned.contact = contact;
  // 2. The deal or the entry itself.
  if (noun === 'deal') planned.deal = planDeal(row, { contact, company, others }, context);
  if (noun === 'interaction') {
    const entry = planInteraction(row, { contact, others }, context);
    if (entry) planned.interactions.push(entry);
  }
  // 3. What was written beside.
  const notes = [
    ...['contact.note', 'company.note', 'deal.note'].flatMap((target) =>
      row.all(target).map(({ text }) => text),
    ),
    ...pages,
  ];
  const about =
    planned.deal?.externalIds[0] ?? contact?.keys[0]?.value ?? company?.domains[0] ?? company?.name ?? null;
  const note = noteOf(notes, about, context);
  if (note && about !== null) planned.interactions.push(note);
  planned.source = row.text('source');
  // 4. A row that is about nobody, or whose own thing cannot be read, gives nothing.
  const nothing = !planned.contact && !planned.company && !planned.deal && planned.interactions.length === 0;
  if (nothing && !row.problems.some(({ fatal }) => fatal)) row.problem('row.empty', null, true);
  return row.problems.some(({ fatal }) => fatal)
    ? { ...planned, contact: null, company: null, deal: null, interactions: [] }
    : planned;
}
