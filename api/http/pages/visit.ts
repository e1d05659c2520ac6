import type { Context } from 'hono';
import type { Role } from '../../../shared/domain/rows.ts';
import type { Log } from '../../log.ts';
import type { Mailer } from '../../mail.ts';
import type { Auth, Person } from '../../services/account/auth.ts';
import type { Keeper } from '../../services/backup/keeper.ts';
import type { Devices } from '../../services/device/authorise.ts';
import type { Asker } from '../../services/device/list.ts';
import type { MyWorkspace } from '../../services/workspace/mine.ts';
import type { OpenWorld } from '../../world.ts';
import type { Readiness } from '../health.ts';
import { type Content, framed, pageHeaders } from './frame.ts';
import type { Locale } from './locale.ts';

/** What the pages have of the server. */
export type Site = {
  world: OpenWorld;
  devices: Devices;
  auth: Auth;
  /** Null: no mail server is known, links are handed over by hand. */
  mailer: Mailer | null;
  log: Log;
  /** Backups, exports and the like. */
  keeper: Keeper;
  readiness: () => Promise<Readiness>;
  /** Counts a try, by where it comes from and at whose account; throws `tries.too_many`. */
  tryOnce: (c: Context, at: 'setup' | 'link' | { account: string }) => void;
  /** Where people reach this server, as the request or the settings say. */
  originOf: (c: Context) => string;
};

/** One request of a person to a page. */
export type Visit = {
  site: Site;
  c: Context;
  locale: Locale;
  person: Person | null;
  /** The workspaces that the person is a member of. */
  workspaces: MyWorkspace[];
  /** Whether the person looks after the server as a whole. */
  isServerOwner: boolean;
  /** Set-Cookie lines that the answer carries. */
  cookies: string[];
};

export type SignedInVisit = Visit & { person: Person };
export type WorkspaceVisit = SignedInVisit & { here: MyWorkspace; asker: Asker };

export const askerOf = (person: Person, { id, role }: { id: string; role: Role }): Asker => ({
  deviceId: null,
  userId: person.id,
  workspaceId: id,
  role,
});

export function show(visit: Visit, content: Content, status = 200): Response {
  const look = {
    locale: visit.locale,
    person: visit.person,
    path: visit.c.req.path,
    isServerOwner: visit.isServerOwner,
  };
  const headers = new Headers(pageHeaders(content.takesCode));
  return answer(visit, new Response(framed(look, content).toString(), { status, headers }));
}

/** After a step that was taken: reloading must not take it again. */
export const goTo = (visit: Visit, path: string): Response =>
  answer(visit, new Response(null, { status: 303, headers: { ...pageHeaders(), location: path } }));

function answer({ cookies }: Visit, response: Response): Response {
  for (const cookie of cookies) response.headers.append('set-cookie', cookie);
  return response;
}
