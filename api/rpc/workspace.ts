import { workspacesOf } from '../services/workspace/mine.ts';
import { showWorkspace } from '../services/workspace/show.ts';
import { authorised, router } from './context.ts';

export const workspace = router({
  show: authorised.query(({ ctx }) => showWorkspace(ctx.scope)),
  list: authorised.query(({ ctx: { scope } }) => workspacesOf(scope.directory, scope.caller.userId)),
});
