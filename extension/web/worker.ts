import { openBackground } from './background.ts';
import { channelName } from './channel.ts';
import { host } from './host.ts';
import { lead } from './lead.ts';

/** Written in by the build. */
declare const __VERSION__: string;

/** The background of the app that a server serves: one for all its pages, or one each of which one leads. */
const id = crypto.randomUUID();
const channel = new BroadcastChannel(channelName);
const { locks } = navigator;

const { pushAside } = lead({
  locks,
  channel,
  // Its name carries the hash of what it is made of.
  build: location.pathname,
  id,
  async open() {
    const opening = openBackground(__VERSION__);
    const hosting = host({
      channel,
      locks,
      id,
      origin: location.origin,
      connect: (port) => void opening.then(({ ports }) => ports.connect(port)).catch(reportError),
    });
    const { workspaces } = await opening;
    return async () => {
      hosting.close();
      for (const { sync, mirror } of workspaces.opened()) {
        await sync.close();
        // In turn: what was under way is on the disk before another one reads it.
        await mirror.commit(async () => undefined);
      }
    };
  },
  end: () => self.close(),
});

// All that a page ever says to its own worker.
addEventListener('message', pushAside);
addEventListener('connect', (event) => {
  for (const port of (event as MessageEvent).ports) port.onmessage = pushAside;
});
