import type { Running } from '../../api/start.ts';

export type Answer = { status: number; location: string | null; text: string; headers: Headers };

/** A browser without an extension: keeps cookies, sends forms as browsers do, follows no redirect by itself. */
export type Visitor = {
  get: (path: string) => Promise<Answer>;
  post: (path: string, form?: Record<string, string>, headers?: Record<string, string>) => Promise<Answer>;
  cookies: Map<string, string>;
};

export function visitor(server: Pick<Running, 'origin'>, locale = 'en'): Visitor {
  const cookies = new Map<string, string>();
  const ask = async (path: string, init: RequestInit & { headers: Record<string, string> }) => {
    const response = await fetch(server.origin + path, {
      ...init,
      redirect: 'manual',
      headers: {
        accept: 'text/html',
        'accept-language': locale,
        cookie: Array.from(cookies, ([name, value]) => `${name}=${value}`).join('; '),
        ...init.headers,
      },
    });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=', 2);
      if (/max-age=0/i.test(line)) cookies.delete(name);
      else cookies.set(name, line.slice(name.length + 1, line.indexOf(';')) || value);
    }
    return {
      status: response.status,
      location: response.headers.get('location'),
      text: await response.text(),
      headers: response.headers,
    };
  };
  return {
    cookies,
    get: (path) => ask(path, { headers: {} }),
    post: (path, form = {}, headers = {}) =>
      ask(path, {
        method: 'POST',
        body: new URLSearchParams(form).toString(),
        headers: {
          origin: server.origin,
          'content-type': 'application/x-www-form-urlencoded',
          ...headers,
        },
      }),
  };
}

/** What a page says first: the sentence of what came of the last step. */
export const saidOn = ({ text }: Answer): string =>
  (/<p class="said[^>]*>([^<]*)</.exec(text)?.[1] ?? '').replaceAll('&#39;', "'");

/** The code of the link that a page shows once. */
export const codeOn = ({ text }: Answer): string => /value="[^"#]*#([\w-]{8,})"/.exec(text)?.[1] ?? '';
