import type { Warning } from '../../../messages/compose.ts';

/**
 * Whether a press of Send goes through. Each warning stops it once at most, and none while it stands there: the second
 * press always sends. It only looks up what was found out before.
 */
export function makeGate() {
  const said = new Set<string>();
  let shown = false;
  return {
    /** True: it goes. Else what is to be shown. */
    press(warnings: readonly Warning[]): true | Warning[] {
      if (shown) return true;
      const fresh = warnings.filter(({ key }) => !said.has(key));
      if (fresh.length === 0) return true;
      for (const { key } of warnings) said.add(key);
      shown = true;
      return [...warnings];
    },
    /** Somebody goes back to writing. */
    close(): void {
      shown = false;
    },
  };
}
