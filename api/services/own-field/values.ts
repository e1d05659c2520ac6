import { ownFindable } from '../../../shared/domain/own-field/findable.ts';
import type { OwnField, OwnValues } from '../../../shared/domain/rows.ts';

/** How each kind is kept; what is no kind's is kept as it came, as before the field was defined. */
const kept = `CASE f.kind
  WHEN 'number' THEN j.type IN ('integer', 'real')
  WHEN 'yes-no' THEN j.type = 'integer' AND j.value IN (0, 1)
  WHEN 'money' THEN j.type = 'text' AND j.value GLOB '[A-Z][A-Z][A-Z] *[0-9]'
  WHEN 'date' THEN j.type = 'text' AND j.value GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'
  ELSE 1 END`;

/** Guard: a value that is no value of its field, in `:own`, is not taken: lists, sums and files rely on it. */
export const ownValuesFit = (noun: OwnField['noun'], own: object | undefined): string[] =>
  own === undefined || Object.keys(own).length === 0
    ? []
    : [
        `(SELECT 'input.invalid' FROM json_each(:own) j JOIN own_field f ON f.noun = '${noun}' AND f.key = j.key AND f.deleted_at IS NULL
  WHERE j.type <> 'null' AND NOT ${kept} LIMIT 1)`,
      ];

/** Those of an object's values (SQL of its JSON) that are values of their fields. */
export const fittingOwn = (noun: OwnField['noun'], own: string): string =>
  `CASE ${own} WHEN '{}' THEN '{}' ELSE (SELECT json_group_object(j.key, j.atom) FROM json_each(${own}) j
  LEFT JOIN own_field f ON f.noun = '${noun}' AND f.key = j.key AND f.deleted_at IS NULL WHERE j.type = 'null' OR ${kept}) END`;

/** Whether one value (SQL) is none of its field's. */
export const misfits = (noun: OwnField['noun'], key: string, value: string): string =>
  `EXISTS (SELECT 1 FROM json_each(json_array(${value})) j JOIN own_field f ON f.noun = '${noun}' AND f.key = ${key} AND f.deleted_at IS NULL
  WHERE j.type <> 'null' AND NOT ${kept})`;

/** What makes a row findable by its own fields, a part each: so that an edit of one leaves the others. */
export const ownFindables = (own: OwnValues | undefined) =>
  Object.fromEntries(Object.entries(own ?? {}).map(([key, value]) => [`own.${key}`, ownFindable(value)]));
