import { openTenants } from '../contract/tenants/cast.ts';
import { runLive } from '../contract/tenants/live.ts';
import { runMatrix } from '../contract/tenants/matrix.ts';
import { runPages } from '../contract/tenants/pages.ts';

/** The whole matrix on new databases again and again; `done` counts requests. */
export async function soakTenants(until: number): Promise<{ done: number; violations: string[] }> {
  const violations: string[] = [];
  let done = 0;
  do {
    const tenants = await openTenants();
    try {
      for (const run of [runMatrix, runPages, runLive]) {
        const ran = await run(tenants);
        done += ran.requests;
        violations.push(...ran.violations);
      }
    } finally {
      await tenants.close();
    }
  } while (violations.length === 0 && Date.now() < until);
  return { done, violations };
}
