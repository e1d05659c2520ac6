import type { Example } from '../recogniser.ts';
import type { Site } from '../site.ts';

export const site: Site = {
  name: 'Substack',
  hosts: ['substack.com'],
  pages: [
    {
      path: /^\/@[\w-]+\/?$/,
      kind: 'person',
      fields: {
        name: [['meta[property="og:title"]@content', /^(.+?)\s*(?:[|(]|$)/], 'h1'],
        description: ['meta[property="og:description"]@content'],
        profiles: ['a[href*="x.com/"]@href', 'a[href*="twitter.com/"]@href'],
      },
    },
    {
      path: /^\/p\/[\w-]+/,
      kind: 'person',
      own: '.byline-wrapper a[href*="/@"]@href',
      fields: {
        name: ['.byline-wrapper a[href*="/@"]', 'meta[name=author]@content'],
      },
    },
  ],
};

export const examples: Example[] = [
  {
    shows: 'whoever wrote a letter on Substack',
    url: 'https://engines.substack.com/p/first',
    html: '<div class="byline-wrapper"><a href="https://substack.com/@ada">Ada Byron</a></div>',
    sees: ['person Ada Byron <profile:https://substack.com/@ada>'],
    also: ['text'],
  },
];
