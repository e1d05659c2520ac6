import { type Browser, browsers, buildExtension } from './extension.ts';
import { buildWeb } from './web.ts';

/** The page that the server serves to whoever has no extension. */
const web = 'web';

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => name !== web && !browsers.some((browser) => browser === name));
if (unknown.length > 0) {
  console.error(
    `Unknown browser ${unknown.join(', ')}: choose of ${[...browsers, web].join(', ')}, or name none for all.`,
  );
  process.exit(1);
}
for (const browser of asked.length > 0 ? (asked.filter((name) => name !== web) as Browser[]) : browsers) {
  console.log(`Building for ${browser} ...`);
  console.log(`  ${await buildExtension({ browser })}`);
}
if (asked.length === 0 || asked.includes(web)) {
  console.log('Building the app for phones ...');
  console.log(`  ${await buildWeb()}`);
}
