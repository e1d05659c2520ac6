import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
export const output = join(root, '.output');
export const inRoot = (...parts: string[]) => join(root, ...parts);
