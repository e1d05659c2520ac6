import type { Scene } from './scene.ts';
import { accessStates } from './states/access.ts';
import { alikeStates } from './states/alike.ts';
import { boardStates } from './states/board.ts';
import { composeStates } from './states/compose.ts';
import { fileStates } from './states/files.ts';
import { historyStates } from './states/history.ts';
import { importStates } from './states/import.ts';
import { inboxStates } from './states/inbox.ts';
import { knownStates } from './states/known.ts';
import { levelStates } from './states/level.ts';
import { linkStates } from './states/link.ts';
import { listStates } from './states/list.ts';
import { loggingStates } from './states/logging.ts';
import { pageStates } from './states/page.ts';
import { pairStates } from './states/pairs.ts';
import { parkedStates } from './states/parked.ts';
import { promiseStates } from './states/promises.ts';
import { recordStates } from './states/record.ts';
import { rhythmStates } from './states/rhythm.ts';
import { ruleStates } from './states/rules.ts';
import { taskStates } from './states/tasks.ts';
import { todayStates } from './states/today.ts';
import { unknownStates } from './states/unknown.ts';
import { workspaceStates } from './states/workspaces.ts';

/** Every state of the sidebar by its name. A new state is one line in its file: it is then drawn, measured and checked. */
export const states: Record<string, () => Scene> = {
  ...knownStates,
  ...unknownStates,
  ...alikeStates,
  ...loggingStates,
  ...fileStates,
  ...rhythmStates,
  ...pageStates,
  ...linkStates,
  ...levelStates,
  ...inboxStates,
  ...listStates,
  ...accessStates,
  ...pairStates,
  ...parkedStates,
  ...taskStates,
  ...ruleStates,
  ...todayStates,
  ...promiseStates,
  ...composeStates,
  ...historyStates,
  ...workspaceStates,
  ...boardStates,
  ...importStates,
  ...recordStates,
};
