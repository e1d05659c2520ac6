import { parseArgs } from 'node:util';
import type { LinkMade } from '../api/admin/accounts.ts';
import { doAsAdmin } from '../api/admin/do.ts';
import { readSettings } from '../api/env.ts';
import type { UserListed } from '../api/services/account/list.ts';
import { roles } from '../shared/domain/rows.ts';
import { CodedError } from '../shared/kit/error.ts';
import { runJob } from './job.ts';

const usage = `npm run admin -- users                       who is on this server
npm run admin -- reset PERSON [--email ADDRESS]   a link to set a new password; the address for who has none
npm run admin -- invite [--role ROLE] [--email ADDRESS] [--workspace NAME]
npm run admin -- pair PERSON [--workspace NAME]   a link to pair a browser as that person
npm run admin -- owner PERSON [--workspace NAME]  makes somebody an owner
npm run admin -- setup                       another setup link, while nobody has set the server up
PERSON is an address, a name or an id; ROLE is owner, admin, member or read-only.
A link is for one person and works once: hand it over yourself.`;

const refused: Record<string, string> = {
  'not_found user': 'There is no such person on this server; see npm run admin -- users',
  'not_found workspace': 'There is no such workspace on this server; see npm run admin -- users',
  'setup.done': 'This server is set up already; see npm run admin -- users',
  'input.invalid email': 'This person has no address to sign in with; give one with --email',
};

await runJob(async (job) => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      role: { type: 'string' },
      email: { type: 'string' },
      workspace: { type: 'string' },
    },
  });
  const [verb = '', user] = positionals;
  const settings = readSettings({ SIDEBOOK_LOG: 'warn', ...process.env });
  const ask = async (input: Record<string, string | undefined>): Promise<unknown> => {
    const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
    try {
      return await doAsAdmin(settings, verb, given, job);
    } catch (error) {
      const known = error instanceof CodedError ? `${error.code} ${error.detail ?? ''}`.trim() : '';
      throw refused[known] ? new Error(refused[known]) : error;
    }
  };
  const link = async (input: Record<string, string | undefined>) => {
    const { path, expiresAt } = (await ask(input)) as LinkMade;
    const host = settings.host === '0.0.0.0' || settings.host === '::' ? 'localhost' : settings.host;
    const origin = settings.publicOrigin ?? `http://${host}:${settings.port}`;
    console.log(`${origin}${path}`);
    console.log(`Works once, until ${new Date(expiresAt).toLocaleString()}.`);
  };
  const { workspace, role, email } = values;

  if (role && !roles.some((known) => known === role)) throw new Error(usage);
  if (email && !email.includes('@')) throw new Error(usage);
  if (verb === 'users') return list((await ask({})) as UserListed[]);
  if (verb === 'invite') return link({ role, email, workspace });
  if (verb === 'setup') return link({});
  if (!user || !['reset', 'pair', 'owner'].includes(verb)) throw new Error(usage);
  if (verb === 'reset') return link({ user, email });
  if (verb === 'pair') return link({ user, workspace });
  const done = (await ask({ user, workspace })) as { workspace: string };
  console.log(`${user} is an owner of ${done.workspace}.`);
});

function list(users: UserListed[]): void {
  for (const { id, name, email, signsIn, workspaces } of users) {
    console.log(`${name}  ${email ?? '(no address)'}${signsIn ? '' : '  (no password)'}  ${id}`);
    for (const each of workspaces) console.log(`    ${each.role} of ${each.name}  ${each.id}`);
  }
}
