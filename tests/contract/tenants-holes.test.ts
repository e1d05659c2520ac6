import { expect, test, vi } from 'vitest';
import type { Db } from '../../api/db/open.ts';
import type { Plan } from '../../api/services/plan.ts';
import type { Id } from '../../shared/kit/id.ts';
import type { Ran } from './tenants/matrix.ts';

// Holes as a tired colleague would leave them, each put in the place of a module: the matrix must find every one.

type Module = Record<string, unknown>;
type Hole = {
  says: string;
  path: string;
  /** What the module is instead. */
  make: (actual: Module) => Module | Promise<Module>;
  /** What is run, and what must be found. */
  run: 'matrix' | 'pages' | 'live';
  only?: string[];
  found: RegExp;
};

/** Reads as somebody who has something private. */
const someAuthor = async (db: Db): Promise<Id> => {
  const { rows } = await db.execute(
    'SELECT private_to AS id FROM interaction WHERE private_to IS NOT NULL LIMIT 1',
  );
  return String(rows[0]?.id);
};
/** A read whose viewer was mixed up. */
const asSomebodyElse = (name: string) => (actual: Module) => {
  const read = actual[name] as (db: Db, me: Id, input: unknown) => Promise<unknown>;
  return {
    ...actual,
    [name]: async (db: Db, _me: Id, input: unknown) => read(db, await someAuthor(db), input),
  };
};
/** A verb without its guards. */
const unguarded = (verb: string) => (actual: Module) => {
  const plans = actual.planByVerb as Record<string, (input: unknown) => Plan>;
  const plan = plans[verb] as (input: unknown) => Plan;
  return {
    ...actual,
    planByVerb: { ...plans, [verb]: (input: unknown) => ({ ...plan(input), refuse: [] }) },
  };
};

const holes: Hole[] = [
  {
    says: 'a procedure whose policy was removed',
    path: '../../api/rpc/history.ts',
    make: async () => {
      const { open, router } = await import('../../api/rpc/context.ts');
      const { historyInput, listHistory } = await import('../../api/services/history/list.ts');
      type Opened = { opened: () => { db: Db }[] };
      const list = open.input(historyInput).query(async ({ ctx, input }) => {
        const [first] = (ctx.world as unknown as Opened).opened();
        if (!first) throw new Error('no workspace is open');
        return listHistory(first.db, await someAuthor(first.db), input);
      });
      return { history: router({ list }) };
    },
    run: 'matrix',
    only: ['history.list'],
    found: /signed out: history\.list by \w+ tells canaryshared/,
  },
  {
    says: 'a pull that knows no privacy',
    path: '../../api/services/sync/pull.ts',
    make: asSomebodyElse('pull'),
    run: 'matrix',
    only: ['sync.pull'],
    found: /admin: sync\.pull by \w+ tells canary/,
  },
  {
    says: 'a search that knows no privacy',
    path: '../../api/services/search/find.ts',
    make: asSomebodyElse('find'),
    run: 'matrix',
    only: ['search.find'],
    found: /read-only: search\.find by \w+ tells canary/,
  },
  {
    says: 'a history that knows no privacy',
    path: '../../api/services/history/list.ts',
    make: asSomebodyElse('listHistory'),
    run: 'matrix',
    only: ['history.list'],
    found: /at rowId|tells canary/,
  },
  {
    says: 'a verb that edits what its asker may not read',
    path: '../../api/services/verbs.ts',
    make: unguarded('interaction.edit'),
    run: 'matrix',
    only: ['interaction.edit'],
    found: /interaction changed|did something to a private entry/,
  },
  {
    says: 'a verb that removes somebody else’s private contact',
    path: '../../api/services/verbs.ts',
    make: (actual) => {
      const plans = actual.planByVerb as Record<string, unknown>;
      const plan = (input: { id: Id }): Plan => ({
        refuse: [],
        effects: ['UPDATE contact SET deleted_at = :at WHERE id = :id'],
        args: { id: input.id },
      });
      return { ...actual, planByVerb: { ...plans, 'contact.remove': plan } };
    },
    run: 'matrix',
    only: ['contact.remove'],
    found: /contact changed: gone/,
  },
  {
    says: 'a read-only member who may write',
    path: '../../api/services/member/role.ts',
    make: () => ({ isAtLeast: () => true }),
    run: 'matrix',
    only: ['task.edit'],
    found: /read-only: task\.edit by POST: applied instead of role\.forbidden/,
  },
  {
    says: 'a device of another workspace that can be revoked by its id',
    path: '../../api/services/device/revoke.ts',
    make: (actual) => ({
      ...actual,
      revokeDevice: async (
        world: { directory: Db },
        _asker: unknown,
        devices: { forget: () => void },
        { id }: { id: Id },
      ) => {
        const { rowsAffected } = await world.directory.execute(
          'UPDATE device SET revoked_at = 1 WHERE id = ?',
          [id],
        );
        devices.forget();
        if (rowsAffected === 0) throw new (await import('../../shared/kit/error.ts')).CodedError('not_found');
      },
    }),
    run: 'matrix',
    only: ['device.revoke'],
    found: /other workspace’s owner: device\.revoke by POST at id/,
  },
  {
    says: 'an error that carries what was typed into the log',
    path: '../../api/services/search/find.ts',
    make: (actual) => ({
      ...actual,
      find: async (_db: unknown, _me: unknown, { text }: { text: string }) => {
        throw new Error(`cannot find ${text}`);
      },
    }),
    run: 'matrix',
    only: ['search.find'],
    found: /the log tells canary/,
  },
  {
    says: 'a procedure that nobody gave an example for',
    path: '../../api/rpc/workspace.ts',
    make: async (actual) => {
      const { by, router } = await import('../../api/rpc/context.ts');
      const known = (actual.workspace as { _def: { procedures: Record<string, never> } })._def.procedures;
      return { workspace: router({ ...known, secrets: by('admin').query(() => 'x') }) };
    },
    run: 'matrix',
    only: ['workspace.secrets'],
    found: /workspace\.secrets has no example input/,
  },
  {
    says: 'a live event that says what is new',
    path: '../../api/services/sync/live.ts',
    make: (actual) => ({
      ...actual,
      live: async function* (scope: { here: { db: Db } }, ...rest: unknown[]) {
        const inner = actual.live as (...given: unknown[]) => AsyncGenerator<object>;
        for await (const event of inner(scope, ...rest)) {
          const { rows } = await scope.here.db.execute(
            'SELECT subject FROM interaction ORDER BY rowid DESC LIMIT 1',
          );
          yield { ...event, subject: String(rows[0]?.subject) };
        }
      },
    }),
    run: 'live',
    found: /an event (tells|says more)/,
  },
  {
    says: 'pages of a workspace without the check of the session',
    path: '../../api/http/pages/routes.ts',
    make: (actual) => ({
      ...actual,
      memberOf: () => (visit: { c: { req: { param: (name: string) => string } } }) => {
        const here = { id: visit.c.req.param('workspace'), name: 'x', role: 'owner', kind: 'team' };
        const person = { id: '', name: 'x', email: 'x' };
        return {
          ...visit,
          person,
          here,
          asker: { userId: '', workspaceId: here.id, role: 'owner', deviceId: null },
        };
      },
    }),
    run: 'pages',
    found: /signed out: GET \/w\/[^ ]+\/devices tells canaryteam/,
  },
  {
    says: 'steps that do not ask where a form comes from',
    path: '../../api/http/pages/routes.ts',
    make: (actual) => ({
      ...actual,
      routesOn: (app: never, site: { originOf: (c: unknown) => string }) =>
        (actual.routesOn as (app: never, site: unknown) => unknown)(app, {
          ...site,
          originOf: (c: { req: { header: (name: string) => string | undefined } }) =>
            c.req.header('origin') ?? '',
        }),
    }),
    run: 'pages',
    found: /from https:\/\/evil\.example: (200|303)/,
  },
];

async function runWith({ path, make, run, only }: Hole): Promise<Ran> {
  vi.resetModules();
  vi.doMock(path, async (original: () => Promise<unknown>) => make((await original()) as Module));
  try {
    const { openTenants } = await import('./tenants/cast.ts');
    const tenants = await openTenants();
    try {
      if (run === 'pages') return await (await import('./tenants/pages.ts')).runPages(tenants);
      if (run === 'live') return await (await import('./tenants/live.ts')).runLive(tenants);
      return await (await import('./tenants/matrix.ts')).runMatrix(tenants, only ? { only } : {});
    } finally {
      await tenants.close();
    }
  } finally {
    vi.doUnmock(path);
  }
}

test.each(holes)('the tenant matrix finds $says', async (hole) => {
  const { violations } = await runWith(hole);
  expect(violations.join('\n')).toMatch(hole.found);
});
