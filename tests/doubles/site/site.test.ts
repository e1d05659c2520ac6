import { describe, expect, it } from 'vitest';
import { sampleSite } from './site.ts';

const get = (path: string) => sampleSite().handle({ url: `http://127.0.0.1:1${path}` });

describe('the sample company site', () => {
  it('answers its pages in UTF-8 and says that it is a sample', async () => {
    for (const path of ['/', '/team', '/contact', '/press', '/northlight', '/qinghe', '/recipes']) {
      const { status, headers, body } = await get(path);
      expect(status, path).toBe(200);
      expect(headers['content-type']).toBe('text/html; charset=utf-8');
      expect(body).toContain('A sample site that came with Sidebook');
    }
  });

  it('answers nothing else, whatever the path says', async () => {
    for (const path of ['/nothing', '/../site.ts', '/pages/about.html', '/%2e%2e/site.ts']) {
      expect((await get(path)).status, path).toBe(404);
    }
  });

  it('names hosts of its own only', async () => {
    const body = (await Promise.all(['/', '/team', '/contact', '/press', '/northlight', '/qinghe'].map(get)))
      .map((answer) => answer.body)
      .join();
    const hosts = [...body.matchAll(/(?:https?:\/\/|@)([a-z0-9.-]+\.[a-z]+)/g)].map((match) => match[1]);
    for (const host of hosts) expect(host === 'schema.org' || host?.endsWith('.example'), host).toBe(true);
  });
});
