import { checkedCall } from '../messages/call-schema.ts';
import { openFinder } from '../pairs/finder.ts';
import { openRemote, openServer } from '../sync/rpc.ts';
import { openUploads } from '../sync/uploads.ts';
import { answer } from './answer.ts';
import type { Code } from './code.ts';
import { openImporter } from './import/importer.ts';
import { show } from './show.ts';

export const wholeCode: Code = {
  answer,
  show,
  checked: checkedCall,
  openServer,
  openRemote,
  openImporter,
  openFinder,
  openUploads,
};
