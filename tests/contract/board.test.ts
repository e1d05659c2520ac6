import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listHistory } from '../../api/services/history/list.ts';
import type { Noun } from '../../shared/domain/rows.ts';
import type { Id } from '../../shared/kit/id.ts';
import { type Client, canRun, type Desk, engines, newId, openDesk } from './desk.ts';
import { dealInput } from './inputs.ts';

describe.each(engines)('pipelines, stages and the deals in them (%s)', (engine) => {
  describe.skipIf(!canRun(engine))(
    `on ${engine}${canRun(engine) ? '' : ': no binary for this platform'}`,
    () => {
      let desk: Desk;
      let olive: Client;
      let mia: Client;
      beforeAll(async () => {
        desk = await openDesk(engine);
        olive = desk.client();
        mia = desk.client(await desk.member('member', 'Mia'));
      });
      afterAll(() => desk.close());

      const looks = { probability: 20, colour: null, requires: [], staleDays: null };
      const addPipeline = async (...names: string[]) => {
        const pipelineId = newId();
        await olive.act('pipeline.add', { id: pipelineId, name: 'P', position: 5, lostReasons: ['Price'] });
        const stages: Id[] = [];
        for (const [position, name] of names.entries()) {
          const id = newId();
          stages.push(id);
          await olive.act('stage.add', { id, pipelineId, name, position, ...looks });
        }
        return { pipelineId, stages: stages as [Id, Id, Id, ...Id[]] };
      };
      const addDeal = async (stageId: Id) => {
        const { id } = dealInput();
        await mia.act('deal.add', dealInput({ id, stageId }));
        return id;
      };
      const history = async (noun: Noun, rowId: Id, field: string) =>
        (await listHistory(desk.here.db, desk.owner, { noun, rowId }))
          .toReversed()
          .filter((change) => change.field === field)
          .map(({ from, to }) => [from, to]);

      it('come back as they were given, and an edit says from what to what', async () => {
        const { pipelineId, stages } = await addPipeline('A', 'B');
        expect(await desk.row('pipeline', pipelineId)).toMatchObject({ name: 'P', lostReasons: ['Price'] });
        await olive.act('stage.edit', {
          id: stages[0],
          fields: { name: 'Offer', colour: '#3e63dd', requires: ['amountMinor', 'own.plan'], staleDays: 14 },
        });
        const stage = await desk.row('stage', stages[0]);
        expect(stage).toMatchObject({
          ...{ name: 'Offer', colour: '#3e63dd', requires: ['amountMinor', 'own.plan'], staleDays: 14 },
          ...{ pipelineId, probability: 20, position: 0 },
        });
        expect(stage).not.toHaveProperty('replacedBy');
        expect(await history('stage', stages[0], 'name')).toEqual([['A', 'Offer']]);
      });

      it('[B3] a stage that asks for something takes a deal that does not say it', async () => {
        const { stages } = await addPipeline('A', 'B');
        await olive.act('stage.edit', { id: stages[1], fields: { requires: ['need', 'companyId'] } });
        const deal = await addDeal(stages[0]);
        expect(await mia.act('deal.move', { id: deal, stageId: stages[1] })).toMatchObject({
          status: 'applied',
        });
      });

      it('[B4] the deals of a removed stage go on to the one that was named, closed and removed ones too, with their history', async () => {
        const { pipelineId, stages } = await addPipeline('A', 'B', 'C');
        const [a, , c] = stages;
        const [open, won, removed] = [await addDeal(a), await addDeal(a), await addDeal(a)];
        const closing = { state: 'won', at: 5, lostReason: null, competitor: null } as const;
        await mia.act('deal.close', { id: won, ...closing });
        await mia.act('deal.remove', { id: removed });
        const before = (await desk.row('deal', open))?.stageSince ?? 0;
        expect(await olive.act('stage.remove', { id: a, moveTo: c })).toMatchObject({ status: 'applied' });
        expect(await desk.row('deal', open)).toMatchObject({ stageId: c, pipelineId, state: 'open' });
        expect((await desk.row('deal', open))?.stageSince).toBeGreaterThan(before);
        expect(await desk.row('deal', won)).toMatchObject({ stageId: c, state: 'won', closedAt: 5 });
        expect(await history('deal', open, 'stageId')).toEqual([
          [null, a],
          [a, c],
        ]);
        await mia.act('deal.restore', { id: removed });
        expect(await desk.row('deal', removed)).toMatchObject({ stageId: c, deletedAt: null });
      });

      it('[B4] a move into a removed stage, by somebody who did not know, goes where its deals went', async () => {
        const { stages } = await addPipeline('A', 'B', 'C');
        const [a, b, c] = stages;
        const deal = await addDeal(a);
        await olive.act('stage.remove', { id: b, moveTo: c });
        expect(await mia.act('deal.move', { id: deal, stageId: b })).toMatchObject({ status: 'applied' });
        expect((await desk.row('deal', deal))?.stageId).toBe(c);
        expect(await history('deal', deal, 'stageId')).toEqual([
          [null, a],
          [a, c],
        ]);
        const late = await addDeal(b);
        expect((await desk.row('deal', late))?.stageId).toBe(c);
      });

      it('[B4] however often a stage was replaced, a late move ends in a living one', async () => {
        const { stages } = await addPipeline('A', 'B', 'C', 'D');
        const [a, b, c] = stages;
        const d = stages[3] ?? '';
        const deal = await addDeal(a);
        await olive.act('stage.remove', { id: b, moveTo: c });
        await olive.act('stage.remove', { id: c, moveTo: d });
        await mia.act('deal.move', { id: deal, stageId: b });
        expect((await desk.row('deal', deal))?.stageId).toBe(d);
      });

      it('[B4] two who remove stages in favour of each other lose no deal', async () => {
        const { stages } = await addPipeline('A', 'B', 'C');
        const [a, b, c] = stages;
        const [first, second] = [await addDeal(a), await addDeal(b)];
        expect(await olive.act('stage.remove', { id: a, moveTo: b })).toMatchObject({ status: 'applied' });
        expect(await olive.act('stage.remove', { id: b, moveTo: a })).toMatchObject({ status: 'applied' });
        for (const deal of [first, second]) expect((await desk.row('deal', deal))?.stageId).toBe(c);
        await mia.act('deal.move', { id: first, stageId: a });
        expect((await desk.row('deal', first))?.stageId).toBe(c);
      });

      it('[B4] with nobody named they go to the stage before, or behind the first; the last one with deals stays', async () => {
        const { stages } = await addPipeline('A', 'B', 'C');
        const [a, b, c] = stages;
        const deal = await addDeal(b);
        await olive.act('stage.remove', { id: b, moveTo: null });
        expect((await desk.row('deal', deal))?.stageId).toBe(a);
        await olive.act('stage.remove', { id: a, moveTo: null });
        expect((await desk.row('deal', deal))?.stageId).toBe(c);
        expect(await olive.act('stage.remove', { id: c, moveTo: null })).toMatchObject({
          code: 'stage.in_use',
        });
        expect(await olive.act('stage.remove', { id: c, moveTo: newId() })).toMatchObject({
          code: 'stage.unknown',
        });
        expect((await desk.row('stage', c))?.deletedAt).toBeNull();
      });

      it('[B4] removing twice is one removal, and an edit of what is gone is refused', async () => {
        const { stages } = await addPipeline('A', 'B');
        const [a, b] = stages;
        await olive.act('stage.remove', { id: a, moveTo: b });
        expect(await olive.act('stage.remove', { id: a, moveTo: b })).toMatchObject({ status: 'already' });
        expect(await olive.act('stage.edit', { id: a, fields: { name: 'x' } })).toMatchObject({
          code: 'stage.unknown',
        });
      });

      it('[B5] a pipeline goes when it has no stage, and the last one stays', async () => {
        const { pipelineId, stages } = await addPipeline('A');
        expect(await olive.act('pipeline.remove', { id: pipelineId })).toMatchObject({
          code: 'pipeline.in_use',
        });
        await olive.act('stage.remove', { id: stages[0], moveTo: null });
        expect(await olive.act('pipeline.remove', { id: pipelineId })).toMatchObject({ status: 'applied' });
        expect(
          await olive.act('stage.add', { id: newId(), pipelineId, name: 'x', position: 0, ...looks }),
        ).toMatchObject({ code: 'pipeline.unknown' });
      });

      it('[B6] owner and admin change pipelines; a member is told so and changes nothing', async () => {
        const { pipelineId, stages } = await addPipeline('A', 'B');
        const refused = { code: 'role.forbidden' };
        const [a, b] = stages;
        const results = [
          await mia.act('pipeline.add', { id: newId(), name: 'x', position: 0, lostReasons: [] }),
          await mia.act('pipeline.edit', { id: pipelineId, fields: { name: 'x' } }),
          await mia.act('pipeline.remove', { id: pipelineId }),
          await mia.act('stage.add', { id: newId(), pipelineId, name: 'x', position: 0, ...looks }),
          await mia.act('stage.edit', { id: a, fields: { name: 'x' } }),
          await mia.act('stage.remove', { id: a, moveTo: b }),
        ];
        for (const result of results) expect(result).toMatchObject(refused);
        expect((await desk.row('stage', a))?.name).toBe('A');
        const ada = desk.client(await desk.member('admin', 'Ada'));
        expect(await ada.act('stage.edit', { id: a, fields: { name: 'y' } })).toMatchObject({
          status: 'applied',
        });
      });

      it('[P11] what is meant for a removed deal is refused, kept as proposed, and can be done after it is brought back', async () => {
        const { stages } = await addPipeline('A', 'B');
        const [a, b] = stages;
        const id = await addDeal(a);
        await olive.act('deal.remove', { id });
        const removed = { code: 'deal.removed' };
        expect(await mia.act('deal.edit', { id, fields: { title: 'Later', own: { n: 1 } } })).toMatchObject(
          removed,
        );
        expect(await mia.act('deal.move', { id, stageId: b })).toMatchObject(removed);
        expect(await mia.act('deal.reopen', { id })).toMatchObject(removed);
        const closing = { state: 'lost', at: 1, lostReason: 'x', competitor: null } as const;
        expect(await mia.act('deal.close', { id, ...closing })).toMatchObject(removed);
        const changes = await listHistory(desk.here.db, desk.owner, { noun: 'deal', rowId: id });
        expect(
          changes
            .filter(({ state }) => state === 'proposed')
            .map(({ field }) => field)
            .sort(),
        ).toEqual(['own.n', 'title']);
        expect(await olive.act('deal.restore', { id })).toMatchObject({ status: 'applied' });
        expect(await mia.act('deal.edit', { id, fields: { title: 'Later' } })).toMatchObject({
          status: 'applied',
        });
        expect(await desk.row('deal', id)).toMatchObject({ title: 'Later', stageId: a, deletedAt: null });
      });
    },
  );
});

it('[B5] the only pipeline stays', async () => {
  const desk = await openDesk('file');
  try {
    const client = desk.client();
    const rows = await desk.rows();
    const [pipeline] = rows.filter(({ noun }) => noun === 'pipeline');
    for (const { row } of rows.filter(({ noun }) => noun === 'stage'))
      expect(await client.act('stage.remove', { id: row.id, moveTo: null })).toMatchObject({
        status: 'applied',
      });
    expect(await client.act('pipeline.remove', { id: pipeline?.row.id ?? '' })).toMatchObject({
      code: 'pipeline.last',
    });
  } finally {
    await desk.close();
  }
});
