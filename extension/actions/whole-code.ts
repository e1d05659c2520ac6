import { openRemote, openServer } from '../sync/rpc.ts';
import { answer } from './answer.ts';
import type { Code } from './code.ts';
import { openImporter } from './import/importer.ts';

export const wholeCode: Code = { answer, openServer, openRemote, openImporter };
