import { initTRPC } from '@trpc/server';
import { describe, expect, test } from 'vitest';
import type { Caller } from '../services/context.ts';
import { admit, by, open, policiesOf, router } from './context.ts';
import { appRouter } from './router.ts';

describe('who may call what', () => {
  test('every procedure says so, and the list names each with its kind', () => {
    const policies = policiesOf(appRouter);
    expect(policies).toContainEqual({ path: 'pairing.claim', type: 'mutation', policy: 'open' });
    expect(policies).toContainEqual({ path: 'sync.pull', type: 'query', policy: 'read-only' });
    expect(policies.filter(({ policy }) => policy === 'open').map(({ path }) => path)).toEqual([
      'pairing.claim',
    ]);
    expect(policies).toHaveLength(Object.keys(appRouter._def.procedures).length);
  });

  test('a procedure that does not say it is no part of a router: neither for the compiler nor when it starts', () => {
    const bare = initTRPC.create();
    const silent = bare.procedure.query(() => 1);
    const strange = bare.router({ silent });
    // @ts-expect-error it names no policy
    expect(() => router({ silent })).toThrow('silent does not say who may call it');
    // @ts-expect-error nor do those in a router of another make
    expect(() => router({ strange })).toThrow('strange.silent does not say who may call it');
    const said = router({ open: open.query(() => 1), kept: router({ admin: by('admin').query(() => 1) }) });
    expect(policiesOf(said)).toEqual([
      { path: 'open', type: 'query', policy: 'open' },
      { path: 'kept.admin', type: 'query', policy: 'admin' },
    ]);
  });

  test('a role may do what a lesser one may, and no more', () => {
    const caller = { role: 'member' } as Caller;
    for (const policy of ['open', 'read-only', 'member'] as const)
      expect(() => admit(caller, policy)).not.toThrow();
    for (const policy of ['admin', 'owner'] as const)
      expect(() => admit(caller, policy)).toThrow('role.forbidden');
  });
});
