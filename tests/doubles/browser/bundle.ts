import { build } from 'vite';
import { inRoot } from '../../../tools/paths.ts';

/** As the product's own scripts are built: one minified file without imports. */
export async function bundle(entry: string): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: true,
      lib: { entry: inRoot(entry), formats: ['iife'], name: 'bundle' },
    },
  });
  const [result] = Array.isArray(made) ? made : [made];
  if (!result || !('output' in result)) throw new Error(`${entry} was not built`);
  return result.output[0].code;
}
