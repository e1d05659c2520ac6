import { limits } from '../../../shared/domain/limits.ts';
import type { Input } from '../../../shared/sync/mutation.ts';
import { historyOfField, taken, touch } from '../effect.ts';
import { saidOf } from '../merge/late.ts';
import { addPlain } from '../plain.ts';
import { ALREADY, ANSWER, FRESH, type Plan } from '../plan.ts';
import { newRelationColumns } from './columns.ts';
import { endKnown, endOf } from './ends.ts';

const from = endOf(':fromNoun', ':fromId');
const to = endOf(':toNoun', ':toId');

/** What was written with a second one is kept beside what stands there; where both are too long, in the history. */
const both = `r.note || char(10) || :note`;
const isNews = `:note IS NOT NULL AND instr(COALESCE(r.note, ''), :note) = 0`;
const fits = `length(COALESCE(r.note, '')) + length(:note) < ${limits.reason}`;
const note = `CASE WHEN ${isNews} AND ${fits} THEN COALESCE(${both}, :note) ELSE r.note END`;
const tooLong = `CASE WHEN ${isNews} AND NOT (${fits}) THEN :note ELSE r.note END`;

/** Between two that are there and that its maker may use; the same relation a second time is the first. */
export function addRelation(input: Input<'relation.add'>): Plan {
  const plan = addPlain('relation', newRelationColumns, input, input.kind, {
    refuse: [
      endKnown(':fromNoun', ':fromId'),
      endKnown(':toNoun', ':toId'),
      `CASE WHEN (${from}) = (${to}) THEN 'input.invalid' END`,
    ],
    already: `COALESCE(${taken('relation')}, (SELECT r.id FROM relation r WHERE r.from_id = (${from}) AND r.to_id = (${to}) AND r.kind = :kind AND r.deleted_at IS NULL LIMIT 1))`,
  });
  return {
    ...plan,
    effects: [
      ...plan.effects,
      ...(input.note === null
        ? []
        : [
            historyOfField('relation', ANSWER, 'note', 'r.note', note, ALREADY),
            historyOfField('relation', ANSWER, 'note', 'r.note', tooLong, ALREADY, 'proposed'),
            touch('relation', ANSWER, ALREADY),
            `UPDATE relation AS r SET note = ${note}, updated_at = :at WHERE r.id = ${ANSWER} AND ${ALREADY}`,
          ]),
      ...(['from', 'to'] as const).flatMap((end) =>
        (['contact', 'company'] as const).map((noun) => saidOf(noun, end, `SELECT :${end}Id`, ':id')),
      ),
      // What was named offline may have turned out to be another row since.
      `UPDATE relation SET from_id = (${from}), to_id = (${to}) WHERE id = :id AND ${FRESH}`,
    ],
  };
}
