import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

/**
 * Where a request comes from: the connection, or what the trusted proxies before us say of it. Each proxy adds to the
 * right of `X-Forwarded-For`, so everything left of the outermost trusted one is a stranger's word.
 */
export function addressOf(c: Context, proxies: number): string {
  // Under a test without a socket a request comes from nowhere.
  const near = c.env && 'incoming' in c.env ? (getConnInfo(c).remote.address ?? '') : '';
  if (proxies === 0) return near;
  const said = (c.req.header('x-forwarded-for') ?? '').split(',').map((part) => part.trim());
  return said.at(-proxies) || near;
}
