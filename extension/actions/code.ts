import type { PortParts } from '../messages/ports.ts';
import type { Finder, FinderParts } from '../pairs/finder.ts';
import type { Device } from '../sync/device.ts';
import type { Remote } from '../sync/remote.ts';
import type { RpcParts } from '../sync/rpc.ts';
import type { Server } from '../sync/server.ts';
import type { Uploads, UploadsParts } from '../sync/uploads.ts';
import type { answer } from './answer.ts';
import type { Importer, ImporterParts } from './import/importer.ts';
import type { show } from './show.ts';

/** Code that the extension has at hand from the start, and the app that a server serves reads when it is first needed. */
export type Code = {
  answer: typeof answer;
  show: typeof show;
  checked: PortParts['checked'];
  openServer(parts: RpcParts): Server;
  openRemote(parts: RpcParts, device: Device): Remote;
  openImporter(parts: ImporterParts): Importer;
  openFinder(parts: FinderParts): Finder;
  openUploads(parts: UploadsParts): Uploads;
};
