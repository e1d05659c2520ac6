import type { Example } from '../recogniser.ts';
import type { Site } from '../site.ts';

export const site: Site = {
  name: 'YouTube',
  hosts: ['youtube.com'],
  pages: [
    {
      path: /^\/(?:@[^/]+|c\/[^/]+|channel\/[^/]+|user\/[^/]+)(?:\/(?:featured|about|videos))?\/?$/,
      kind: 'company',
      fields: {
        name: [
          'yt-page-header-renderer h1',
          '[id=channel-name] [id=text]',
          'meta[property="og:title"]@content',
        ],
        description: ['[id=description-container]', 'meta[property="og:description"]@content'],
        emails: [['[id=description-container]', /([\w.+-]+@[\w-]+(?:\.[\w-]+)+)/]],
        address: [['[id=additional-info-container] td:last-child', /^(\p{L}[\p{L} ]+)$/u]],
        profiles: ['[id=link-list-container] a@href'],
      },
    },
  ],
};

export const examples: Example[] = [
  {
    shows: 'a channel on YouTube',
    url: 'https://www.youtube.com/@acmetools/about',
    html: '<yt-page-header-renderer><h1>Acme Tools</h1></yt-page-header-renderer><div id="description-container">All about engines. Business: press@acme.example</div>',
    sees: ['company Acme Tools <email:press@acme.example profile:https://youtube.com/@acmetools>'],
    also: ['text'],
  },
];
