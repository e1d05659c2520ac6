import { buildExtension } from './extension.ts';
import { compileMessages } from './messages.ts';
import { buildWeb } from './web.ts';

export const testOut = '.output/test';

/** Sites that tests treat as switched on by the user: the browser's own permission prompt takes no test's click. */
const grantedHosts = ['http://127.0.0.1/*', 'http://localhost/*'];

/** What the browser tests load: the shipped builds, one in which loopback sites are granted, and the app that a server serves. */
export async function testBuilds() {
  await compileMessages();
  // Beside each other, as each leaves a core idle; the extension's own one after another, as they share a folder.
  const [extensions, web] = await Promise.all([extensionBuilds(), buildWeb()]);
  return { ...extensions, web };
}

const extensionBuilds = async () => ({
  chrome: await buildExtension({ browser: 'chrome' }),
  edge: await buildExtension({ browser: 'edge' }),
  firefox: await buildExtension({ browser: 'firefox' }),
  granted: await buildExtension({ browser: 'chrome', out: testOut, grantedHosts, maps: true }),
});

/** In which InboxSDK checks Gmail's page by itself; made only for the test that listens to it. */
export const checkedBuild = (): Promise<string> =>
  buildExtension({ browser: 'chrome', out: '.output/checked', grantedHosts, sdkChecks: true });
