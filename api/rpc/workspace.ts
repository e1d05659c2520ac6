import { showWorkspace } from '../services/workspace/show.ts';
import { authorised, router } from './context.ts';

export const workspace = router({
  show: authorised.query(({ ctx }) => showWorkspace(ctx.scope)),
});
