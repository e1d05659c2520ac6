import type { Example } from '../recogniser.ts';
import type { Site } from '../site.ts';

export const site: Site = {
  name: 'Facebook',
  hosts: ['facebook.com'],
  pages: [
    {
      path: /^\/(?!(?:groups|events|marketplace|watch|gaming|reel|stories|messages)(?:\/|$))[\w.-]{3,}(?:\/about[\w]*)?\/?$/,
      kind: 'company',
      where: 'a[href^="tel:"],a[href^="mailto:"],[role=main] a[href*="l.facebook.com/l.php"]',
      fields: {
        name: ['[role=main] h1', 'meta[property="og:title"]@content'],
        emails: ['[role=main] a[href^="mailto:"]@href'],
        phones: ['[role=main] a[href^="tel:"]@href'],
        description: ['meta[property="og:description"]@content'],
      },
    },
    {
      path: /^\/(?!(?:groups|events|marketplace|watch|gaming|reel|stories|messages)(?:\/|$))[\w.-]{3,}(?:\/about[\w]*)?\/?$/,
      kind: 'person',
      where: '[role=main] h1',
      fields: {
        name: [['[role=main] h1', /^([^(\d]{2,60}?)\s*(?:\(|$)/]],
      },
    },
  ],
};

export const examples: Example[] = [
  {
    shows: 'a page on Facebook that can be called',
    url: 'https://www.facebook.com/acmetools',
    html: '<div role="main"><h1>Acme Tools</h1><a href="mailto:info@acme.example">info@acme.example</a></div>',
    sees: ['company Acme Tools <email:info@acme.example profile:https://facebook.com/acmetools>'],
    also: ['mailto', 'text'],
  },
];
