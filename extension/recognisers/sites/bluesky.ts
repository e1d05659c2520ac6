import type { Example } from '../recogniser.ts';
import type { Site } from '../site.ts';

export const site: Site = {
  name: 'Bluesky',
  hosts: ['bsky.app'],
  pages: [
    {
      path: /^\/profile\/[\w.:-]+\/?$/,
      kind: 'person',
      fields: {
        name: [
          '[data-testid=profileHeaderDisplayName]',
          ['meta[property="og:title"]@content', /^(.+?)\s*\(@/],
        ],
        description: ['[data-testid=profileHeaderDescription]'],
        emails: [['[data-testid=profileHeaderDescription]', /([\w.+-]+@[\w-]+(?:\.[\w-]+)+)/]],
        profiles: ['[data-testid=profileHeaderDescription] a[href^="http"]@href'],
      },
    },
  ],
};

export const examples: Example[] = [
  {
    shows: 'a profile on Bluesky',
    url: 'https://bsky.app/profile/ada.example',
    html: '<div data-testid="profileHeaderDisplayName">Ada Byron</div><div data-testid="profileHeaderDescription">Engines. <a href="https://github.com/ada">code</a></div>',
    sees: ['person Ada Byron <profile:https://bsky.app/profile/ada.example profile:https://github.com/ada>'],
    also: ['text'],
  },
];
