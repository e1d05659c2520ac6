import type { Example } from '../recogniser.ts';
import type { Site } from '../site.ts';

export const site: Site = {
  name: 'Xing',
  hosts: ['xing.com'],
  pages: [
    {
      path: /^\/profile\/[^/]+/,
      kind: 'person',
      fields: {
        name: [
          '[data-xds=Hero] h1',
          '[data-qa=malt-profile-display-name]',
          '[id=XingIdModule] h1',
          ['meta[property="og:title"]@content', /^(.+?)\s+[-–|]/],
        ],
        title: [
          ['[data-xds=Hero] p', /^(.+?),\s/],
          ['[id=XingIdModule] section p', /^(.+?),\s/],
        ],
        organisation: [
          ['[data-xds=Hero] p', /,\s*([^,]+)$/],
          ['[id=XingIdModule] section p', /,\s*([^,]+)$/],
        ],
      },
    },
    {
      path: /^\/pages\/[^/]+/,
      kind: 'company',
      fields: {
        name: ['main h1', 'h1'],
        url: ['[data-testid=website] a@href', 'a[data-testid=website]@href'],
        emails: ['main a[href^="mailto:"]@href'],
        phones: ['main a[href^="tel:"]@href'],
      },
    },
  ],
};

export const examples: Example[] = [
  {
    shows: 'a profile on Xing',
    url: 'https://www.xing.com/profile/Ada_Byron',
    html: '<div id="XingIdModule"><h1>Ada Byron</h1><section><p>Leiterin Analyse, Acme Werkzeuge GmbH</p></section></div>',
    sees: ['person Ada Byron <profile:https://xing.com/profile/ada_byron>'],
    also: ['text'],
  },
];
