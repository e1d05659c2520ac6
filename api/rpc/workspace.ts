import { workspacesOf } from '../services/workspace/mine.ts';
import { showWorkspace } from '../services/workspace/show.ts';
import { by, router } from './context.ts';

export const workspace = router({
  show: by('read-only').query(({ ctx }) => showWorkspace(ctx.scope)),
  list: by('read-only').query(({ ctx: { scope } }) => workspacesOf(scope.directory, scope.caller.userId)),
});
