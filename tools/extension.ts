import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fingerprint, unlessMade } from './fingerprint.ts';
import { compileMessages } from './messages.ts';
import { inRoot } from './paths.ts';
import { runBin } from './run.ts';

export const browsers = ['chrome', 'edge', 'firefox'] as const;
export type Browser = (typeof browsers)[number];

type Build = {
  browser: Browser;
  /** Folder that takes the build's own folder, relative to the root. */
  out?: string;
  /** Origins granted from the start: for tests that cannot click the browser's own permission prompt. */
  grantedHosts?: string[];
  /** With maps beside its scripts, by which a test finds whose code threw. */
  maps?: boolean;
  /** With InboxSDK's own checks of Gmail's page, which print what they miss. */
  sdkChecks?: boolean;
};

const sources = [
  'extension',
  'shared',
  'wxt.config.ts',
  'tsconfig.base.json',
  'package-lock.json',
  'project.inlang/settings.json',
];

/** Builds the extension unless the same sources were built before; answers with the folder to load. */
export async function buildExtension({
  browser,
  out = '.output',
  grantedHosts = [],
  maps = false,
  sdkChecks = false,
}: Build): Promise<string> {
  await compileMessages();
  const folder = inRoot(out, `${browser}-mv3`);
  const print = fingerprint(sources, [browser, out, ...grantedHosts, `${maps} ${sdkChecks}`]);
  await unlessMade(join(folder, 'manifest.json'), print, async () => {
    // Made aside and put in place at once, as a browser may be reading the older one.
    const aside = `.output/building/${process.pid}`;
    const { code, output } = await runBin('wxt', 'wxt', ['build', '--browser', browser, '--mv3'], {
      env: {
        SIDEBOOK_OUT: aside,
        SIDEBOOK_GRANTED_HOSTS: grantedHosts.join(','),
        SIDEBOOK_MAPS: maps ? 'on' : 'off',
        SIDEBOOK_SDK_CHECKS: sdkChecks ? 'on' : 'off',
        NODE_ENV: 'production',
      },
    });
    if (code !== 0) throw new Error(`The extension did not build for ${browser}:\n${output.trim()}`);
    await mkdir(inRoot(out), { recursive: true });
    await rm(folder, { recursive: true, force: true });
    await rename(inRoot(aside, `${browser}-mv3`), folder);
    await rm(inRoot(aside), { recursive: true, force: true });
  });
  return folder;
}
