import * as z from 'zod';
import { roles } from '../../shared/domain/rows.ts';
import { CodedError } from '../../shared/kit/error.ts';
import type { Id } from '../../shared/kit/id.ts';
import { createLink } from '../services/account/link.ts';
import { listUsers } from '../services/account/list.ts';
import { isSetUp } from '../services/account/set-up.ts';
import { giveAddress } from '../services/account/user.ts';
import type { Keeper } from '../services/backup/keeper.ts';
import { createInvitation } from '../services/invitation/create.ts';
import { makeOwner } from '../services/member/make-owner.ts';
import { createPairingCode } from '../services/pairing/create.ts';
import { listWorkspaces, type WorkspaceListed } from '../services/workspace/list.ts';
import { findOwner } from '../services/workspace/owner.ts';
import type { AdminVerbs } from './verb.ts';

/** Somebody by address, id or name; a workspace by id or name. */
const who = z.string().min(1).max(300);
const where = z.string().min(1).max(300).optional();
const inputs = {
  reset: z.strictObject({ user: who, email: z.email().optional() }),
  pair: z.strictObject({ user: who, workspace: where }),
  owner: z.strictObject({ user: who, workspace: where }),
  invite: z.strictObject({
    workspace: where,
    role: z.enum(roles).default('member'),
    email: z.email().optional(),
  }),
};

/** A link without its host, which whoever asks knows better. */
export type LinkMade = { path: string; expiresAt: number };

/** What whoever has the machine can do for people: hand over links, and put an owner where none is left. */
export const accountVerbs = ({ world, changed }: Keeper): AdminVerbs => {
  const user = async (given: string): Promise<Id> => {
    const all = await listUsers(world.directory);
    const by = (same: (one: (typeof all)[number]) => boolean) => all.filter(same);
    const lower = given.trim().toLowerCase();
    const found = [
      by((one) => one.id === given),
      by((one) => one.email === lower),
      by((one) => one.name === given),
    ];
    const [one, ...more] = found.find((list) => list.length > 0) ?? [];
    if (!one) throw new CodedError('not_found', 'user');
    if (more.length > 0) throw new Error(`Several people are called ${given}; name one by address or id.`);
    return one.id;
  };
  const workspace = async (given: string | undefined): Promise<WorkspaceListed> => {
    const all = await listWorkspaces(world.directory);
    const found = all.filter(({ id, name, kind }) =>
      given === undefined ? kind === 'home' : id === given || name === given,
    );
    const [one, ...more] = found;
    if (!one) throw new CodedError('not_found', 'workspace');
    if (more.length > 0) throw new Error(`Several workspaces are called ${given}; name one by its id.`);
    return one;
  };
  const linked = (path: string, { code, expiresAt }: { code: string; expiresAt: number }): LinkMade => ({
    path: `${path}#${code}`,
    expiresAt,
  });

  return {
    users: () => listUsers(world.directory),
    reset: async (input) => {
      const { email, ...given } = inputs.reset.parse(input);
      const userId = await user(given.user);
      if (email) await giveAddress(world.directory, { userId, email });
      return linked('/reset', await createLink(world, { userId, kind: 'reset' }));
    },
    setup: async () => {
      const owner = await findOwner(world);
      if (!owner || (await isSetUp(world))) throw new CodedError('setup.done');
      return linked('/setup', await createLink(world, { userId: owner.id, kind: 'setup' }));
    },
    invite: async (input) => {
      const { role, email = null, ...given } = inputs.invite.parse(input ?? {});
      const { id } = await workspace(given.workspace);
      const asker = { workspaceId: id, userId: null, deviceId: null, role: 'owner' } as const;
      return linked('/join', await createInvitation(world, asker, { role, email }));
    },
    pair: async (input) => {
      const given = inputs.pair.parse(input);
      const { id } = await workspace(given.workspace);
      return linked(
        '/pair',
        await createPairingCode(world, { workspaceId: id, userId: await user(given.user) }),
      );
    },
    owner: async (input) => {
      const given = inputs.owner.parse(input);
      const { id, name } = await workspace(given.workspace);
      await makeOwner(world, { forget: changed }, { workspaceId: id, userId: await user(given.user) });
      return { workspace: name };
    },
  };
};
