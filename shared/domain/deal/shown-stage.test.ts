import { expect, test } from 'vitest';
import { stageRow } from '../../../tests/fixtures/rows.ts';
import { newBase } from '../row.ts';
import type { Pipeline } from '../rows.ts';
import { firstStageOf } from './order.ts';
import { shownStages } from './shown-stage.ts';

const pipeline = (id: string, position: number): Pipeline => ({
  ...newBase(id, 0, null),
  ...{ name: id, position, lostReasons: [] },
});
const stage = (id: string, pipelineId: string, position: number) => stageRow(id, { pipelineId, position });
const pipelines = [pipeline('q', 2), pipeline('p', 1), pipeline('empty', 0)];
const stages = [stage('lone', 'gone', 0), stage('p2', 'p', 2), stage('p1', 'p', 1), stage('q1', 'q', 1)];
const movedOn = new Map([
  ['x', 'y'],
  ['y', 'q1'],
  ['a', 'b'],
  ['b', 'a'],
]);

test.each([
  ['in its stage', 'p2', 'p', 'p2'],
  ['where a waiting removal sends it, and the next', 'x', 'p', 'q1'],
  ['in the first stage of its pipeline where nobody here knows more', 'gone', 'q', 'q1'],
  ['in the first stage of all where its pipeline has none', 'gone', 'empty', 'p1'],
  ['in the first stage of all where its stage has lost its pipeline', 'lone', 'gone', 'p1'],
  ['somewhere even if removals go in a circle', 'a', 'p', 'p1'],
])('[B7] a deal is shown %s', (_, stageId, pipelineId, shown) => {
  expect(shownStages(pipelines, stages, movedOn)({ stageId, pipelineId })?.id).toBe(shown);
});

test('a deal without a stage begins in the first stage of the first pipeline that has one', () => {
  expect(firstStageOf(pipelines, stages)?.id).toBe('p1');
  expect(firstStageOf(pipelines, [])).toBeNull();
});
