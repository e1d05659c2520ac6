import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Context, Hono } from 'hono';
import * as m from '../../../shared/i18n/compiled/messages.js';
import { acceptsGzip } from '../packed.ts';
import { localeOf } from './locale.ts';
import type { Routes } from './routes.ts';
import { anybody } from './routes.ts';
import { show } from './visit.ts';

const gzipped = promisify(gzip);

/** Where `npm run build` writes the app's page. */
const folder = fileURLToPath(new URL('../../../.output/web/', import.meta.url));

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/**
 * Of the page, its workers and every file of theirs: this origin and no other, no script that is not a file, no script
 * made from text. A page that steals a click gets nothing, as nobody may frame it.
 */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types sidebook sidebook-reader',
].join('; ');

const headers = {
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
};

/** Named by its content, so never another one; everything else is asked again each time. */
const isNamedByContent = (name: string): boolean => name.startsWith('assets/');

/**
 * The app as a page, for a phone or a browser without the extension. It is the same for everybody: who somebody is,
 * only its own device's token says, and no session is ever asked for here.
 */
export function appPages(app: Hono, { page }: Routes, built = folder): void {
  if (!existsSync(join(built, 'index.html'))) {
    page('/app', anybody, (visit) =>
      show(
        visit,
        {
          title: m.server_app_title({}, { locale: visit.locale }),
          said: { good: false, text: m.server_app_missing({}, { locale: visit.locale }) },
          body: '' as never,
          narrow: true,
        },
        503,
      ),
    );
    return;
  }
  const names = new Set(
    readdirSync(built, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && types[extname(entry.name)])
      .map((entry) =>
        join(entry.parentPath, entry.name).slice(join(built, '/').length).replaceAll('\\', '/'),
      ),
  );
  const files = new Map<string, Promise<File>>();
  const fileOf = (name: string): Promise<File> => {
    const known = files.get(name) ?? readOnce(join(built, name));
    files.set(name, known);
    return known;
  };
  const serve = async (c: Context, name: string): Promise<Response> => {
    if (!names.has(name)) return new Response(null, { status: 404, headers });
    const { content, packed, tag } = await fileOf(name);
    const asGzip = packed !== null && acceptsGzip(c.req.header('accept-encoding') ?? '');
    const described = {
      ...headers,
      'cache-control': isNamedByContent(name) ? 'public, max-age=31536000, immutable' : 'no-cache',
      etag: tag,
      vary: 'accept-encoding',
      // It answers for /app too, which lies above its own folder.
      ...(name === 'service-worker.js' ? { 'service-worker-allowed': '/app' } : {}),
    };
    if (c.req.header('if-none-match') === tag) return new Response(null, { status: 304, headers: described });
    return new Response(asGzip ? packed : content, {
      headers: {
        ...described,
        'content-type': types[extname(name)] ?? '',
        ...(asGzip ? { 'content-encoding': 'gzip' } : {}),
      },
    });
  };
  app.get('/app', (c) => serve(c, 'index.html'));
  app.get('/app/', (c) => c.redirect('/app', 308));
  app.get('/app/service-worker.js', (c) => serve(c, 'service-worker.js'));
  app.get('/app/manifest.webmanifest', (c) => manifest(c));
  app.get('/app/assets/:file', (c) => serve(c, `assets/${c.req.param('file')}`));
  app.get('/app/icon/:file', (c) => serve(c, `icon/${c.req.param('file')}`));
}

type File = { content: Uint8Array<ArrayBuffer>; packed: Uint8Array<ArrayBuffer> | null; tag: string };

/** Packed once, as well as it goes: it is sent to every new device. */
async function readOnce(path: string): Promise<File> {
  const content = new Uint8Array(await readFile(path));
  const tag = `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`;
  const packed = extname(path) === '.png' ? null : new Uint8Array(await gzipped(content, { level: 9 }));
  return { content, packed, tag };
}

/** By which a browser offers to keep the page among the device's apps. */
function manifest(c: Context): Response {
  const locale = localeOf(c.req.header('accept-language') ?? '');
  const png = (name: string, size: number, purpose: 'any' | 'maskable') => ({
    src: `/app/icon/${name}.png`,
    sizes: `${size}x${size}`,
    type: 'image/png',
    purpose,
  });
  const body = {
    id: '/app',
    name: 'Sidebook',
    short_name: 'Sidebook',
    description: m.server_app_description({}, { locale }),
    lang: locale,
    dir: 'ltr',
    start_url: '/app',
    scope: '/app',
    display: 'standalone',
    theme_color: '#3e63dd',
    background_color: '#fcfcfd',
    icons: [
      { src: '/app/icon/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
      png('192', 192, 'any'),
      png('512', 512, 'any'),
      png('maskable-512', 512, 'maskable'),
    ],
  };
  return new Response(JSON.stringify(body), {
    headers: {
      ...headers,
      'content-type': 'application/manifest+json',
      'cache-control': 'no-cache',
      vary: 'accept-language',
    },
  });
}
