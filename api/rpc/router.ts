import { router } from './context.ts';
import { device } from './device.ts';
import { file } from './file.ts';
import { history } from './history.ts';
import { pairing } from './pairing.ts';
import { person } from './person.ts';
import { rhythm } from './rhythm.ts';
import { search } from './search.ts';
import { sync } from './sync.ts';
import { workspace } from './workspace.ts';

export const appRouter = router({ pairing, device, workspace, sync, person, search, history, file, rhythm });

/** All that crosses to the extension. */
export type AppRouter = typeof appRouter;
