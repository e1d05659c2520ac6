import { type Browser, browsers, buildExtension } from './extension.ts';

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !browsers.some((browser) => browser === name));
if (unknown.length > 0) {
  console.error(
    `Unknown browser ${unknown.join(', ')}: choose of ${browsers.join(', ')}, or name none for all.`,
  );
  process.exit(1);
}
for (const browser of asked.length > 0 ? (asked as Browser[]) : browsers) {
  console.log(`Building for ${browser} ...`);
  console.log(`  ${await buildExtension({ browser })}`);
}
