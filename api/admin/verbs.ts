import type { AdminVerbs } from './verb.ts';

/** Everything that can be asked over the admin channel, by name. */
export const adminVerbs = (): AdminVerbs => ({
  /** Whether the channel answers. */
  ping: async () => ({ pid: process.pid }),
});
