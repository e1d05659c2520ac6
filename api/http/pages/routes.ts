import type { Context, Hono } from 'hono';
import type { Role } from '../../../shared/domain/rows.ts';
import { CodedError } from '../../../shared/kit/error.ts';
import { codedOf, logFailure, statusOf } from '../../rpc/error.ts';
import { runsServer } from '../../services/account/runs-server.ts';
import { isAtLeast } from '../../services/member/role.ts';
import { workspacesOf } from '../../services/workspace/mine.ts';
import { readBody } from '../body.ts';
import { type Form, formOf, mostOfForm } from './form.ts';
import { localeOf } from './locale.ts';
import { missing } from './missing.ts';
import { sentenceOf } from './sentence.ts';
import { askerOf, goTo, type SignedInVisit, type Site, type Visit, type WorkspaceVisit } from './visit.ts';

type Said = { good: boolean; text: string } | undefined;
/** Draws a page, with what came of the last step. */
export type Draw<V extends Visit> = (visit: V, said?: Said, form?: Form) => Response | Promise<Response>;
/** Takes a step, then says where to go on. A refusal is drawn on the page that it came from. */
export type Act<V extends Visit> = (visit: V, form: Form) => Promise<Response>;

/** Who may see a page: everybody, whoever is signed in, the server's owner, or a member with a role. */
type Door<V extends Visit> = (visit: Visit) => V | Response | Promise<V | Response>;

export type Routes = {
  page: <V extends Visit>(path: string, door: Door<V>, draw: Draw<V>) => void;
  step: <V extends Visit>(path: string, door: Door<V>, act: Act<V>, draw: Draw<V>) => void;
};

export const anybody: Door<Visit> = (visit) => visit;

export const signedIn: Door<SignedInVisit> = (visit) =>
  visit.person
    ? { ...visit, person: visit.person }
    : goTo(visit, `/sign-in?next=${encodeURIComponent(visit.c.req.path)}`);

export const serverOwner: Door<SignedInVisit> = (visit) => {
  const known = signedIn(visit);
  return known instanceof Response || visit.isServerOwner ? known : missing(visit);
};

/** A workspace of others is as unknown as one that is not there. */
export const memberOf =
  (least: Role): Door<WorkspaceVisit> =>
  (visit) => {
    const known = signedIn(visit);
    if (known instanceof Response) return known;
    const person = visit.person;
    const here = visit.workspaces.find(({ id }) => id === visit.c.req.param('workspace'));
    if (!person || !here || !isAtLeast(here.role, least)) return missing(visit);
    return { ...visit, person, here, asker: askerOf(person, here) };
  };

export function routesOn(app: Hono, site: Site): Routes {
  const answered =
    <V extends Visit>(door: Door<V>, handle: (visit: V) => Response | Promise<Response>) =>
    async (c: Context) => {
      const visit = await visitOf(site, c);
      const admitted = await door(visit);
      return admitted instanceof Response ? admitted : handle(admitted);
    };
  return {
    page: (path, door, draw) => app.get(path, answered(door, draw)),
    step: (path, door, act, draw) =>
      app.post(
        path,
        answered(door, async (visit) => {
          let form: Form = {};
          try {
            if (!isSameOrigin(visit.c, site.originOf(visit.c))) throw new CodedError('form.foreign');
            form = formOf(await readBody(visit.c.req.raw, mostOfForm));
            const taken = await act(visit, form);
            // Who did what to which workspace or person: ids alone, for whoever must find out later.
            const { person, c } = visit;
            site.log.info(
              { step: path, by: person?.id, workspace: c.req.param('workspace'), on: idOf(form) },
              'step taken',
            );
            return taken;
          } catch (error) {
            const coded = codedOf(error);
            logFailure(site.log, coded, crypto.randomUUID(), path);
            const drawn = await draw(visit, { good: false, text: sentenceOf(coded, visit.locale) }, form);
            return new Response(drawn.body, { status: statusOf(coded.code), headers: drawn.headers });
          }
        }),
      ),
  };
}

/** The id that a form names, and nothing else that somebody may have typed into it. */
const idOf = ({ id = '' }: Form): string | undefined => (/^[0-9a-f-]{36}$/.test(id) ? id : undefined);

/** Who comes, as the session cookie says; asked of the directory only where there is one. */
export async function visitOf(site: Site, c: Context): Promise<Visit> {
  const locale = localeOf(c.req.header('accept-language') ?? '');
  const known = (c.req.header('cookie') ?? '').includes('sidebook.')
    ? await site.auth.signedIn(c.req.raw.headers)
    : null;
  const nobody = { person: null, workspaces: [], isServerOwner: false, cookies: [] };
  if (!known) return { site, c, locale, ...nobody };
  const { directory } = site.world;
  const { id } = known.person;
  const [workspaces, isServerOwner] = await Promise.all([
    workspacesOf(directory, id),
    runsServer(directory, id),
  ]);
  return { site, c, locale, ...known, workspaces, isServerOwner };
}

/** A form of our own pages: browsers name the page's origin with every form that they send. */
function isSameOrigin(c: Context, origin: string): boolean {
  const site = c.req.header('sec-fetch-site');
  if (site && site !== 'same-origin') return false;
  return c.req.header('origin') === origin;
}
