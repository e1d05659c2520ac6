import { checkedCall } from '../messages/call-schema.ts';
import { openRemote, openServer } from '../sync/rpc.ts';
import { answer } from './answer.ts';
import type { Code } from './code.ts';
import { openImporter } from './import/importer.ts';

export const wholeCode: Code = { answer, checked: checkedCall, openServer, openRemote, openImporter };
