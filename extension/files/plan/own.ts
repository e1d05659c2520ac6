import { limits } from '../../../shared/domain/limits.ts';
import type { OwnValue, OwnValues } from '../../../shared/domain/rows.ts';
import { foldText } from '../../../shared/kit/fold.ts';
import type { OwnNoun } from '../columns/target.ts';
import { currencyIn, readDecimal, readMinor } from '../values/amount.ts';
import { readDate } from '../values/date.ts';
import { readYesNo } from '../values/words.ts';
import type { Context, OwnColumn } from './context.ts';
import type { Cell, Row } from './row.ts';

/** The own fields of a noun in a row. Made without a prototype's names: keys begin with a letter and are checked. */
export function ownValues(row: Row, noun: OwnNoun, context: Context): OwnValues {
  const values: [string, OwnValue][] = [];
  for (const column of context.own) {
    if (column.noun !== noun) continue;
    const cell = row.first(column.target);
    const value = cell && ownValue(row, cell, column, context);
    if (value !== null) values.push([column.field.key, value]);
  }
  return Object.fromEntries(values);
}

const uuid = /\[([0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})\]$/;

function ownValue(row: Row, cell: Cell, { field }: OwnColumn, { mapping, world }: Context): OwnValue {
  switch (field.kind) {
    case 'text':
      return row.cut(cell, limits.note);
    case 'number': {
      const decimal = readDecimal(cell.text.replace(/%$/, ''), mapping.decimal);
      const number = decimal === null ? Number.NaN : Number(decimal);
      if (Number.isFinite(number)) return number;
      row.problem('number.invalid', cell);
      return null;
    }
    case 'money': {
      const currency = currencyIn(cell.text, mapping.currency) ?? mapping.currency;
      const minor = currency && readMinor(cell.text, mapping.decimal, currency);
      if (typeof minor === 'number') return `${currency} ${minor}`;
      row.problem('money.invalid', cell);
      return null;
    }
    case 'date': {
      const date = readDate(cell.text, mapping.dateOrder);
      if (!date) row.problem('date.invalid', cell);
      else if (date.ambiguous && !mapping.dateCertain) row.problem('date.ambiguous', cell);
      return date?.day ?? null;
    }
    case 'choice': {
      const folded = foldText(cell.text);
      const option =
        field.options.find((each) => each === cell.text) ??
        field.options.find((each) => foldText(each.trim()) === folded);
      if (option !== undefined) return option;
      row.problem('choice.unknown', cell);
      return null;
    }
    case 'yes-no': {
      const said = readYesNo(cell.text);
      if (said === null) row.problem('choice.unknown', cell);
      return said === null ? null : Number(said);
    }
    case 'person': {
      const id = uuid.exec(cell.text)?.[1];
      if (id) return id;
      const folded = foldText(cell.text);
      const [member, ...others] = world.members.filter(
        ({ name, email }) => foldText(name) === folded || (email && foldText(email) === folded),
      );
      if (member && others.length === 0) return member.id;
      row.problem('owner.unknown', cell);
      return null;
    }
  }
}
