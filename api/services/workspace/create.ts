import { type Id, idFrom } from '../../../shared/kit/id.ts';
import { userIfNew } from '../account/user.ts';
import type { Workspace, World } from '../context.ts';
import { namesRead } from '../search/read-names.ts';
import { type StageStart, stagesIn } from './stages.ts';

export type NewWorkspace = {
  name: string;
  kind: 'home' | 'sample' | 'team';
  owner: { id: Id; name: string; email: string | null };
  locale?: 'en' | 'zh-CN' | 'zh-TW';
  /** Other stages than the usual ones of the locale, in order. */
  stages?: StageStart[];
  /** Chosen ids, e.g. for a sample that is the same every time. */
  id?: Id;
};

/** A database of its own with its owner and one pipeline; entered into the directory when it is ready to be opened. */
export async function createWorkspace(world: World, given: NewWorkspace): Promise<Workspace> {
  const at = world.now();
  const fresh = () => idFrom(at, world.random(10));
  const id = given.id ?? fresh();
  const { pipeline, stages } = stagesIn(given.locale ?? 'en', given.stages);
  const here = await world.workspace(id);
  const pipelineId = fresh();
  const rows: { noun: string; id: Id; sql: string; args: (string | number | null)[] }[] = [
    {
      noun: 'member',
      id: given.owner.id,
      sql: `INSERT INTO member (id, created_at, updated_at, name, email, role) VALUES (?, ?, ?, ?, ?, 'owner')`,
      args: [given.owner.id, at, at, given.owner.name, given.owner.email],
    },
    {
      noun: 'pipeline',
      id: pipelineId,
      sql: 'INSERT INTO pipeline (id, created_at, updated_at, name, position) VALUES (?, ?, ?, ?, 0)',
      args: [pipelineId, at, at, pipeline],
    },
  ];
  stages.forEach((stage, position) => {
    const stageId = stage.id ?? fresh();
    rows.push({
      noun: 'stage',
      id: stageId,
      sql: 'INSERT INTO stage (id, created_at, updated_at, pipeline_id, name, position, probability, colour) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      args: [stageId, at, at, pipelineId, stage.name, position, stage.probability, stage.colour],
    });
  });
  await here.db.batch([
    ...[
      ['id', id],
      ['name', given.name],
      ['epoch', fresh()],
      // What is stored from now on has its readings.
      [namesRead, '1'],
    ].map((args) => ({ sql: 'INSERT INTO meta (key, value) VALUES (?, ?)', args })),
    ...rows.flatMap((row, i) => [
      { sql: row.sql, args: row.args },
      { sql: 'INSERT INTO feed (seq, noun, row_id) VALUES (?, ?, ?)', args: [i + 1, row.noun, row.id] },
    ]),
  ]);
  await world.directory.batch([
    userIfNew(given.owner, at),
    {
      sql: 'INSERT INTO workspace (id, name, kind, created_at) VALUES (?, ?, ?, ?)',
      args: [id, given.name, given.kind, at],
    },
    {
      sql: `INSERT INTO membership (workspace_id, user_id, role, created_at) VALUES (?, ?, 'owner', ?)`,
      args: [id, given.owner.id, at],
    },
  ]);
  return here;
}
