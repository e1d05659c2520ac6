import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import * as m from '../../shared/i18n/compiled/messages.js';
import { inRoot } from '../../tools/paths.ts';
import { testBuilds } from '../../tools/testBuilds.ts';
import { buildWeb } from '../../tools/web.ts';
import { firstView } from './first-view.ts';

type Manifest = Record<string, unknown> & { permissions: string[]; host_permissions: string[] };

let builds: Awaited<ReturnType<typeof testBuilds>>;
beforeAll(async () => {
  builds = await testBuilds();
}, 240_000);

const manifestOf = (folder: string) =>
  JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
const filesOf = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

/** Each one is explained in README.md; a new one is a decision (docs/decisions/008-permissions.md). */
const permissions = ['activeTab', 'alarms', 'contextMenus', 'scripting', 'storage'];

describe('what the shipped extension may do', () => {
  test.each([
    ['chrome', [...permissions, 'sidePanel'].sort()],
    ['edge', [...permissions, 'sidePanel'].sort()],
    ['firefox', permissions],
  ] as const)('%s asks for these permissions and for Gmail alone', (browser, expected) => {
    const manifest = manifestOf(builds[browser]);
    expect([...manifest.permissions].sort()).toEqual(expected);
    expect(manifest.host_permissions).toEqual(['https://mail.google.com/*']);
    expect(manifest.optional_permissions).toEqual(['notifications']);
    expect(manifest.externally_connectable).toBeUndefined();
  });

  test('the content scripts that run by themselves run in Gmail alone', () => {
    for (const folder of [builds.chrome, builds.edge, builds.firefox]) {
      const scripts = (manifestOf(folder).content_scripts ?? []) as { matches: string[] }[];
      expect(new Set(scripts.flatMap(({ matches }) => matches))).toEqual(
        new Set(['https://mail.google.com/*']),
      );
    }
  });

  test('nothing of it stands in LinkedIn, and no page can reach a part of it by its known address', () => {
    for (const folder of [builds.chrome, builds.edge, builds.firefox]) {
      const manifest = manifestOf(folder);
      const named = JSON.stringify([manifest.content_scripts, manifest.host_permissions]);
      expect(named).not.toMatch(/linkedin|<all_urls>|\*:\/\/\*\//);
      const reachable = manifest.web_accessible_resources as {
        resources: string[];
        use_dynamic_url?: boolean;
      }[];
      expect(reachable.flatMap(({ resources }) => resources)).toEqual(['sidebar.html']);
      // Firefox gives every browser an address of its own.
      if (folder !== builds.firefox)
        expect(reachable.every((each) => each.use_dynamic_url === true)).toBe(true);
    }
  });

  test('the build that browser tests use differs from it in the granted hosts alone', () => {
    const shipped = manifestOf(builds.chrome);
    const granted = manifestOf(builds.granted);
    const different = Object.keys({ ...shipped, ...granted }).filter(
      (key) => JSON.stringify(shipped[key]) !== JSON.stringify(granted[key]),
    );
    expect(different).toEqual(['host_permissions']);
    // Maps tell a test whose code threw; they stand beside the scripts and are named in none.
    const fileNames = (folder: string) =>
      filesOf(folder)
        .map((file) => file.slice(folder.length))
        .filter((name) => !name.endsWith('.map'));
    expect(fileNames(builds.granted).sort()).toEqual(fileNames(builds.chrome).sort());
  });

  test('InboxSDK goes into the Chromium builds and not into the Firefox build', () => {
    const hasSdk = (folder: string) => filesOf(folder).some((file) => file.endsWith('pageWorld.js'));
    expect([hasSdk(builds.chrome), hasSdk(builds.edge), hasSdk(builds.firefox)]).toEqual([true, true, false]);
  });
});

/** Compressed size of a page or script with all that it loads at once. */
function weigh(folder: string, entry: string): number {
  const seen = new Set<string>();
  const visit = (file: string): number => {
    if (seen.has(file)) return 0;
    seen.add(file);
    const text = readFileSync(join(folder, file), 'utf8');
    return gzipSync(text).length + loadedBy(file, text).reduce((sum, next) => sum + visit(next), 0);
  };
  return visit(entry);
}

function loadedBy(file: string, text: string): string[] {
  if (file.endsWith('.html'))
    return [...text.matchAll(/(?:src|href)="\/?([^":]+\.(?:js|css))"/g)].map(([, name = '']) => name);
  if (!file.endsWith('.js')) return [];
  const base = file.slice(0, file.lastIndexOf('/') + 1);
  return [...text.matchAll(/(?:import|from)\s*["'](\.[^"']+\.js)["']/g)].map(([, name = '']) =>
    join(base, name),
  );
}

describe('what it weighs, compressed', () => {
  const kB = 1000;
  test.each([
    ['chrome', 'content-scripts/gmail.js', 440 * kB],
    // The same code as in Chromium without InboxSDK's 305 kB.
    ['firefox', 'content-scripts/gmail-dom.js', 125 * kB],
    ['chrome', 'content-scripts/page.js', 15 * kB],
    // Why so much: docs/decisions/102 and 104.
    ['chrome', 'page-reader.js', 115 * kB],
    ['chrome', 'sidebar.html', 135 * kB],
    ['chrome', 'background.js', 360 * kB],
    ['chrome', 'options.html', 130 * kB],
    ['chrome', 'welcome.html', 130 * kB],
  ] as const)('%s %s stays under its budget of %i bytes', (browser, entry, budget) => {
    expect(weigh(builds[browser], entry)).toBeLessThanOrEqual(budget);
  });
});

describe('the app for phones', () => {
  let web: string;
  beforeAll(async () => {
    web = await buildWeb();
  }, 120_000);

  test.each([
    'en',
    'zh-CN',
    'zh-TW',
  ])('shows its first view in %s by at most 150 kB, its worker with it', (locale) => {
    const parts = firstView(web, locale);
    // All three are in: else something would be light because it was not found.
    for (const name of ['index.html', 'assets/page-', 'assets/ListPage-', 'assets/worker-'])
      expect(parts.some(({ file }) => file.startsWith(name))).toBe(true);
    expect(parts.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(150_000);
  });

  test('its service worker keeps every file of it, and no other', () => {
    const [, list = '[]'] =
      /"files\\?":(\[.*?\])/.exec(readFileSync(join(web, 'service-worker.js'), 'utf8')) ?? [];
    const kept = (JSON.parse(list.replaceAll('\\"', '"')) as string[]).sort();
    const files = filesOf(web).map((file) => `/app${file.slice(web.length)}`);
    expect(kept).toEqual(files.filter((file) => !/index\.html$|service-worker\.js$/.test(file)).sort());
  });

  test('nothing of it stands in the page itself, where the policy would not let it run', () => {
    const html = readFileSync(join(web, 'index.html'), 'utf8');
    expect(/<style|style=|<script(?![^>]*src=)|\son\w+=/.exec(html)).toBeNull();
  });

  test('it speaks one language at a time', () => {
    const locales = ['en', 'zh-CN', 'zh-TW'] as const;
    const spoken = locales.map((locale) => {
      const code = firstView(web, locale).map(({ file }) => readFileSync(join(web, file), 'utf8'));
      return locales.filter((each) => code.join('').includes(m.web_start_do({}, { locale: each })));
    });
    expect(spoken).toEqual([['en'], ['zh-CN'], ['zh-TW']]);
  });
});

test('no code is fetched from elsewhere or made from text', async () => {
  const scripts = [builds.chrome, builds.firefox, await buildWeb()]
    .flatMap(filesOf)
    .filter((file) => file.endsWith('.js'));
  const ours = scripts.filter((file) => !/pageWorld\.js$|content-scripts\/gmail\.js$/.test(file));
  const found = ours.flatMap((file) => {
    const [hit] =
      /importScripts\(["'`]http|import\(["'`]http|\beval\(/.exec(readFileSync(file, 'utf8')) ?? [];
    return hit ? [`${file}: ${hit}`] : [];
  });
  expect(found).toEqual([]);
});

test('nothing that is shipped names the folder in which it was built', async () => {
  const naming = [builds.chrome, builds.edge, builds.firefox, await buildWeb()]
    .flatMap(filesOf)
    .filter(
      (file) => /\.(?:js|css|html|json)$/.test(file) && readFileSync(file, 'utf8').includes(inRoot('')),
    );
  expect(naming).toEqual([]);
});
