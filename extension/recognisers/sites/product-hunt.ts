import type { Example } from '../recogniser.ts';
import type { Site } from '../site.ts';

export const site: Site = {
  name: 'Product Hunt',
  hosts: ['producthunt.com'],
  pages: [
    {
      path: /^\/@[\w-]+/,
      kind: 'person',
      fields: {
        name: ['main h1', 'h1'],
        description: ['main h1 ~ div', 'meta[property="og:description"]@content'],
        profiles: ['a[href*="x.com/"]@href', 'a[href*="linkedin.com/in/"]@href'],
      },
    },
    {
      path: /^\/(?:posts|products)\/[\w-]+/,
      kind: 'company',
      fields: {
        name: ['h1'],
        url: ['a[data-test=visit-button]@href', 'a[data-test=product-website]@href'],
        description: ['[data-test=product-description]', 'meta[property="og:description"]@content'],
      },
    },
  ],
};

export const examples: Example[] = [
  {
    shows: 'somebody on Product Hunt',
    url: 'https://www.producthunt.com/@ada',
    html: '<main><h1>Ada Byron</h1><div>Maker of engines</div></main>',
    sees: ['person Ada Byron <profile:https://producthunt.com/@ada>'],
    also: ['text'],
  },
];
