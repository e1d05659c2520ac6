import type { Scope } from '../context.ts';
import { assertStands } from '../device/stand.ts';
import type { Hub } from './hub.ts';

/** That there is news, as it comes, for as long as the device may ask at all. [L1] [L3] */
export async function* live(
  scope: Scope,
  hub: Hub,
  signal: AbortSignal | undefined,
): AsyncGenerator<{ cursor: number }> {
  for await (const news of hub.listen(scope.here, scope.caller.deviceId, signal)) {
    if (news === 'check') await assertStands(scope, scope.caller);
    else yield news;
  }
}
