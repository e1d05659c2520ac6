/**
 * The least that a server in this stack can do: a bare Hono handler that passes one JSON statement of
 * `@libsql/client` through. Run as a process: `node floor.ts <workspace file> [cached]`; prints its port.
 */
import { serve } from '@hono/node-server';
import { createClient } from '@libsql/client';
import { Hono } from 'hono';
import { installConnections } from '../../../api/db/connection.ts';
import { personSql } from '../../../api/services/person/show.ts';

const [file, cached] = process.argv.slice(2);
if (!file) throw new Error('which workspace file?');
if (cached) installConnections();
const client = createClient({ url: `file:${file}` });
const app = new Hono();
app.get('/person', async (c) => {
  const { rows } = await client.execute({
    sql: personSql.byEmail,
    args: { email: c.req.query('email') ?? '', me: '' },
  });
  return c.body(String(rows[0]?.json), 200, { 'content-type': 'application/json' });
});
serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => process.stdout.write(`${port}\n`));
