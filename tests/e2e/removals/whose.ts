import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const maps = new Map<string, SourceMap | null>();

/** Where in our sources, or in a package, an error of a script of the extension arose; null where no map tells. */
export function originOf(build: string, stack: string): string | null {
  for (const [, path = '', line = '', column = ''] of stack.matchAll(
    /chrome-extension:\/\/[^/]+\/([\w/.-]+\.js):(\d+):(\d+)/g,
  )) {
    if (!maps.has(path)) maps.set(path, mapOf(join(build, path)));
    const entry = maps.get(path)?.findEntry(Number(line) - 1, Number(column) - 1);
    if (entry && 'originalSource' in entry) return readable(entry.originalSource);
  }
  return null;
}

function mapOf(script: string): SourceMap | null {
  try {
    return new SourceMap(JSON.parse(readFileSync(`${script}.map`, 'utf8')));
  } catch (error) {
    // A shipped script has none beside it.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return null;
  }
}

const readable = (source: string): string => (source.startsWith('file:') ? fileURLToPath(source) : source);

/** InboxSDK throws from its own observers where Gmail changed under it; it is counted there, and no fault of ours. */
export const isInboxSdk = (origin: string | null): boolean => origin?.includes('@inboxsdk') ?? false;
