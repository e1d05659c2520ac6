import { CodedError } from '../../shared/kit/error.ts';
import type { Device } from '../sync/device.ts';
import type { Remote } from '../sync/remote.ts';
import type { RpcParts } from '../sync/rpc.ts';
import type { Server } from '../sync/server.ts';

const rpc = () =>
  import('../sync/rpc.ts').catch((cause: unknown) => {
    // Neither cached nor to be had: as good as offline.
    throw new CodedError('server.unreachable', undefined, { cause });
  });

/** The way to the server, read when it is first gone: what is known here is shown before. */
export const wire = {
  openServer(parts: RpcParts): Server {
    const server = async () => (await rpc()).openServer(parts);
    return {
      claim: async (...given) => (await server()).claim(...given),
      enter: async (...given) => (await server()).enter(...given),
      leave: async (...given) => (await server()).leave(...given),
      workspaces: async (...given) => (await server()).workspaces(...given),
      workspace: async (...given) => (await server()).workspace(...given),
      older: async (...given) => (await server()).older(...given),
      history: async (...given) => (await server()).history(...given),
      happenings: async (...given) => (await server()).happenings(...given),
    };
  },
  openRemote(parts: RpcParts, device: Device): Remote {
    const remote = async () => (await rpc()).openRemote(parts, device);
    return {
      push: async (given) => (await remote()).push(given),
      pull: async (given) => (await remote()).pull(given),
      rotate: async () => (await remote()).rotate(),
      touch: async () => (await remote()).touch(),
      live: async (on) => (await remote()).live(on),
    };
  },
};
