import type { Example } from '../recogniser.ts';
import type { Site } from '../site.ts';

/** Only what its pages say in their head: the rest has no mark-up that stays. */
export const site: Site = {
  name: 'Instagram',
  hosts: ['instagram.com'],
  pages: [
    {
      path: /^\/[\w.]{1,30}\/?$/,
      kind: 'person',
      where: 'header,meta[property="og:title"]',
      fields: {
        name: [
          ['meta[property="og:title"]@content', /^(.+?)\s*\(@[\w.]+\)/],
          'header section h1',
          'header section span[dir=auto]',
        ],
        description: [['meta[property="og:description"]@content', /[-–:]\s*"(.+)"/]],
      },
    },
  ],
};

export const examples: Example[] = [
  {
    shows: 'a profile on Instagram',
    url: 'https://www.instagram.com/adab/',
    html: '<meta property="og:title" content="Ada Byron (@adab) • Instagram photos and videos"><header></header>',
    sees: ['person Ada Byron <profile:https://instagram.com/adab>'],
    also: ['text'],
  },
];
