import { buildExtension } from './extension.ts';

export const testOut = '.output/test';

/** Sites that tests treat as switched on by the user: the browser's own permission prompt takes no test's click. */
const grantedHosts = ['http://127.0.0.1/*', 'http://localhost/*'];

/** What the browser tests load: the shipped builds, and one in which loopback sites are granted. */
export async function testBuilds() {
  return {
    chrome: await buildExtension({ browser: 'chrome' }),
    edge: await buildExtension({ browser: 'edge' }),
    firefox: await buildExtension({ browser: 'firefox' }),
    granted: await buildExtension({ browser: 'chrome', out: testOut, grantedHosts }),
  };
}
