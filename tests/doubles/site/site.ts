import { readFileSync } from 'node:fs';

const pages = new URL('./pages/', import.meta.url);
const names = ['about', 'team', 'contact', 'press', 'northlight', 'qinghe', 'recipes'] as const;

type Answer = { status: number; headers: Record<string, string>; body: string };

/** The sample company site: requests in, pages out, no socket. `/` is the page about the company, others go by their name. */
export function sampleSite(): { handle(request: { url: string }): Promise<Answer> } {
  return {
    async handle({ url }) {
      const path = new URL(url).pathname.replace(/^\/|\/$/g, '') || 'about';
      if (path === 'look.css') return answer(200, 'text/css', read('look.css'));
      const name = names.find((each) => each === path);
      return name
        ? answer(200, 'text/html', read(`${name}.html`))
        : answer(404, 'text/html', '<!doctype html><title>Not found</title><p>There is no such page.</p>');
    },
  };
}

const read = (file: string): string => readFileSync(new URL(file, pages), 'utf8');
const answer = (status: number, type: string, body: string): Answer => ({
  status,
  headers: { 'content-type': `${type}; charset=utf-8` },
  body,
});
