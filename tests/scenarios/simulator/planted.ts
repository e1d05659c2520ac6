import type { Db } from '../../../api/db/open.ts';
import type { Store } from '../../../extension/mirror/store.ts';
import type { Remote } from '../../../extension/sync/remote.ts';
import type { Time } from '../../../extension/sync/time.ts';
import type { Disk } from './disk.ts';
import type { Random } from './random.ts';

/** Where a fault can be put between two rooms of the product, which itself stays as it is. */
export type Seams = {
  store(store: Store, at: { name: string; disk: Disk; random: Random }): Store;
  remote(remote: Remote, at: { name: string; disk: Disk; random: Random }): Remote;
  time(time: Time): Time;
  db(db: Db): Db;
};
export const sound: Seams = {
  store: (store) => store,
  remote: (remote) => remote,
  time: (time) => time,
  db: (db) => db,
};
