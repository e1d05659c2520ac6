import { describe, expect, test } from 'vitest';
import { cycles, wayTo, wrongDirections } from './directions.ts';
import { productSources, type Source } from './sources.ts';

const sources = productSources();
const plant = (path: string, text: string): Source => ({ path, text });

test('the house has modules to look at', () => {
  expect(sources.length).toBeGreaterThan(20);
});

test('every import goes the way the house allows', () => {
  expect(wrongDirections(sources)).toEqual([]);
});

describe('a planted violation is found', () => {
  test.each([
    ['shared/kit/planted.ts', `import { x } from '../../extension/mirror/store.ts';`],
    ['shared/domain/planted.ts', `import { readFile } from 'node:fs/promises';`],
    ['shared/kit/planted.ts', `import type { Sighting } from '../identity/sighting.ts';`],
    ['shared/identity/planted.ts', `export { limits } from '../domain/limits.ts';`],
    ['api/services/deal/planted.ts', `import { x } from '../../../extension/messages/state.ts';`],
    ['api/services/deal/planted.ts', `import { Hono } from 'hono';`],
    ['api/services/deal/planted.ts', `import { TRPCError } from '@trpc/server';`],
    ['api/services/deal/planted.ts', `import { appRouter } from '../../rpc/router.ts';`],
    ['extension/actions/planted.ts', `import type { AppRouter } from '../../api/rpc/router.ts';`],
    ['extension/sync/rpc.ts', `import { AppRouter } from '../../api/rpc/router.ts';`],
    ['extension/sync/rpc.ts', `import type { AppRouter, Context } from '../../api/rpc/router.ts';`],
    ['extension/sidebar/planted.tsx', `const x = await import('../../tests/doubles/clock.ts');`],
    ['extension/sync/planted.ts', `import { join } from 'node:path';`],
    ['extension/gmail/planted.ts', `import { people } from '../mirror/people.ts';`],
    ['extension/recognisers/planted.ts', `import '../outbox/put.ts';`],
    ['extension/ui/planted.tsx', `import type { Deal } from '../../shared/domain/rows.ts';`],
  ])('%s: %s', (path, text) => {
    expect(wrongDirections([plant(path, text)])).not.toEqual([]);
  });

  test('but the one type of the server may be taken in its one place', () => {
    const allowed = plant(
      'extension/sync/rpc.ts',
      `import type { AppRouter } from '../../api/rpc/router.ts';`,
    );
    expect(wrongDirections([allowed])).toEqual([]);
  });
});

test('no imports run in a circle', () => {
  expect(cycles(sources)).toEqual([]);
});

test('a planted circle is found, one of types alone is none', () => {
  const circle = (kind: string) => [
    plant('shared/kit/a.ts', `import ${kind} { b } from './b.ts';`),
    plant('shared/kit/b.ts', `import { c } from './c.ts';`),
    plant('shared/kit/c.ts', `import { a } from './a.ts';`),
  ];
  expect(cycles(circle(''))).toHaveLength(1);
  expect(cycles(circle('type'))).toEqual([]);
});

const contentScripts = sources.map(({ path }) => path).filter((path) => /entrypoints\/.*content/.test(path));

test('content scripts reach no zod: what they send is validated in the background', () => {
  const ways = contentScripts.flatMap((start) => wayTo(sources, start, 'zod') ?? []);
  expect(ways).toEqual([]);
});

test('the script on web pages reaches neither InboxSDK nor the server', () => {
  const pageScripts = contentScripts.filter((path) => path.includes('page.content'));
  const ways = ['@inboxsdk/core', '@trpc/client', 'dexie'].flatMap((name) =>
    pageScripts.flatMap((start) => wayTo(sources, start, name) ?? []),
  );
  expect(ways).toEqual([]);
});

test('a planted way from a content script to zod is found', () => {
  const planted = [
    plant('extension/entrypoints/x.content.ts', `import { read } from '../recognisers/read.ts';`),
    plant('extension/recognisers/read.ts', `import * as z from 'zod/mini';`),
  ];
  expect(wayTo(planted, 'extension/entrypoints/x.content.ts', 'zod')).toContain(
    'recognisers/read.ts -> zod/mini',
  );
});
