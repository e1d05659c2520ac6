import type { Example } from '../recogniser.ts';
import type { Site } from '../site.ts';

export const site: Site = {
  name: 'Medium',
  hosts: ['medium.com'],
  pages: [
    {
      path: /^\/@[\w.-]+(?:\/about)?\/?$/,
      kind: 'person',
      fields: {
        name: [
          ['meta[property="og:title"]@content', /^(.+?)\s+[–|-]\s+Medium/],
          'h2.pw-author-name',
          'meta[name=author]@content',
        ],
        description: ['meta[property="og:description"]@content'],
      },
    },
    {
      path: /^\/(?:@?[\w.-]+\/)?[\w-]+-[\da-f]{8,}\/?$/,
      kind: 'person',
      own: 'a[data-testid=authorName]@href',
      fields: {
        name: ['a[data-testid=authorName]', 'meta[name=author]@content'],
      },
    },
  ],
};

export const examples: Example[] = [
  {
    shows: 'whoever wrote a story on Medium',
    url: 'https://medium.com/@ada/on-engines-1f2e3d4c5b6a',
    html: '<a data-testid="authorName" href="/@ada?source=x">Ada Byron</a>',
    sees: ['person Ada Byron <profile:https://medium.com/@ada>'],
    also: ['text'],
  },
];
