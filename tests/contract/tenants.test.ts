import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasSqld } from './sqld.ts';
import { openTenants, type Tenants } from './tenants/cast.ts';
import { runLive } from './tenants/live.ts';
import { runMatrix } from './tenants/matrix.ts';
import { runPages } from './tenants/pages.ts';

let tenants: Tenants;
beforeAll(async () => {
  tenants = await openTenants();
});
afterAll(() => tenants?.close());

describe('the tenant matrix', () => {
  test('nobody reads, changes or learns of what is not theirs, however they ask', async () => {
    const { requests, violations } = await runMatrix(tenants);
    expect(violations).toEqual([]);
    expect(requests).toBeGreaterThan(20_000);
  }, 180_000);

  test('no page and no step of a page is for anybody but those it is for, whatever they bring', async () => {
    const { requests, violations } = await runPages(tenants);
    expect(violations).toEqual([]);
    expect(requests).toBeGreaterThan(600);
  }, 120_000);

  test('[L1] a live event says that there is news, never what, and to nobody else', async () => {
    expect((await runLive(tenants)).violations).toEqual([]);
  });
});

describe.skipIf(!hasSqld)('the tenant matrix on a libSQL server', () => {
  test('holds there too', async () => {
    const remote = await openTenants('sqld');
    try {
      const { requests, violations } = await runMatrix(remote, { small: true });
      expect(violations).toEqual([]);
      expect(requests).toBeGreaterThan(1_500);
    } finally {
      await remote.close();
    }
  }, 180_000);
});
